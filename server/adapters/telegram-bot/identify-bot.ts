import { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { parseExactJson } from '#/server/lib/exact-json.ts';
import type { IdentifyBot } from '#/server/users/setup/ports.ts';

const waitMs = 8_000;
const longestAnswer = 20_000;
/** Numbers arrive as digits (exact-json). */
const answer = z.object({
  ok: z.literal(true),
  result: z.object({ id: z.string().regex(/^\d{1,19}$/), is_bot: z.literal(true), username: z.string().max(64) }),
});

/** One getMe, not repeated: a person waits and can press again. */
export function identifyBotOver({ config, clock }: Pick<Deps, 'config' | 'clock'>): IdentifyBot {
  return async (token) => {
    const deadline = clock.deadline(waitMs);
    try {
      const response = await fetch(`${config.telegram.apiRoot}/bot${token.reveal()}/getMe`, {
        signal: deadline.signal,
        redirect: 'error',
      });
      // 404 is how the Bot API answers to what does not even look like a token.
      if (response.status === 401 || response.status === 404) return { kind: 'refused' };
      const text = await response.text();
      const told = answer.safeParse(response.ok && text.length <= longestAnswer ? parseExactJson(text) : null).data;
      return told
        ? { kind: 'bot', id: BigInt(told.result.id), username: told.result.username }
        : { kind: 'unreachable' };
    } catch {
      // Whatever went wrong on the way: the token may be good. The address holds it, so nothing is logged here.
      return { kind: 'unreachable' };
    } finally {
      deadline.cancel();
    }
  };
}
