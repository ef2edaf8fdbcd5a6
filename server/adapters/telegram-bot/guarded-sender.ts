import type { Upstream } from '#/server/lib/resilience.ts';
import { NeverLeft } from '#/server/lib/upstream-answer.ts';
import type { MessageSender } from '#/server/notify/ports.ts';

const askAgainMs = 5_000;

/**
 * While Telegram keeps silent, messages wait unsent instead of ending as "unknown" one after another: after a few
 * silences the circuit opens, and what was certainly not sent is simply due again. Never sends twice by itself.
 */
export function guardSender(sender: MessageSender, botApi: Upstream): MessageSender {
  return {
    async send(message, signal) {
      const answer = await botApi.call(
        async (inner) => {
          const outcome = await sender.send(message, inner);
          if (outcome.kind === 'unknown') throw new Error('no answer to a message');
          if (outcome.kind === 'refused' && outcome.code === 'unreachable') throw new NeverLeft('nobody is there');
          return outcome;
        },
        { idempotent: false, signal },
      );
      switch (answer.kind) {
        case 'answered':
          return answer.value;
        case 'no_answer':
          return { kind: 'unknown' };
        default:
          return { kind: 'refused', code: 'unreachable', retryAfterMs: askAgainMs };
      }
    },
  };
}
