import { z } from 'zod';
import type { Config } from '#/server/lib/config.ts';
import { parseExactJson } from '#/server/lib/exact-json.ts';
import type { Upstream } from '#/server/lib/resilience.ts';
import { Refused } from '#/server/lib/upstream-answer.ts';
import type { IdentifyBot } from '#/server/users/setup/ports.ts';

const waitMs = 8_000;
const longestAnswer = 20_000;
/** Numbers arrive as digits (exact-json). */
const answer = z.object({
  ok: z.literal(true),
  result: z.object({ id: z.string().regex(/^\d{1,19}$/), is_bot: z.literal(true), username: z.string().max(64) }),
});

/** One getMe, not repeated: a person waits and can press again. */
export function identifyBotOver(config: Pick<Config, 'telegram'>, botApi: Upstream): IdentifyBot {
  return async (token) => {
    const answered = await botApi.call(
      async (signal) => {
        const response = await fetch(`${config.telegram.apiRoot}/bot${token.reveal()}/getMe`, {
          signal,
          redirect: 'error',
        });
        // 404 is how the Bot API answers to what does not even look like a token.
        if (response.status === 401 || response.status === 404) throw new Refused('bad_token', response);
        const text = await response.text();
        const { result } = answer.parse(response.ok && text.length <= longestAnswer ? parseExactJson(text) : null);
        return { kind: 'bot', id: BigInt(result.id), username: result.username } as const;
      },
      { idempotent: false, timeoutMs: waitMs },
    );
    if (answered.kind === 'answered') return answered.value;
    // Whatever went wrong on the way: the token may be good. The address holds it, so nothing is logged here.
    return { kind: answered.kind === 'refused' ? 'refused' : 'unreachable' };
  };
}
