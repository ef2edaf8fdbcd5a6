import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '#/server/notify/model.ts';

/** Telegram's answer of "no" has a number and a sentence; only these sentences mean something to us. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/bot was blocked by the user/i, 'bot_blocked'],
  [/user is deactivated/i, 'person_gone'],
  [/chat not found|bot can't initiate conversation|PEER_ID_INVALID/i, 'chat_not_found'],
  [/bot was kicked|not a member|CHAT_WRITE_FORBIDDEN|not enough rights|have no rights/i, 'no_rights'],
  [/message is too long/i, 'too_long'],
  [/can't parse entities/i, 'bad_markup'],
];
/** The call never left: trying again cannot send twice. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const unreachableRetryMs = 5_000;
const badTokenRetryMs = 60_000;

/** "Refused" and "no answer" are two different things: only after a refusal is it certain that nothing was sent. */
export function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof GrammyError) return outcomeOfRefusal(error);
  if (error instanceof HttpError && neverLeft.has(codeOf(error.error))) {
    return { kind: 'refused', code: 'unreachable', retryAfterMs: unreachableRetryMs };
  }
  return { kind: 'unknown' };
}

function outcomeOfRefusal({ error_code: status, description, parameters }: GrammyError): SendOutcome {
  if (status === 429) {
    return { kind: 'refused', code: 'rate_limited', retryAfterMs: (parameters.retry_after ?? 1) * 1000 };
  }
  // The token is wrong or was changed: nobody gets anything until it is set right, and then everybody does.
  if (status === 401 || status === 404) return { kind: 'refused', code: 'bad_token', retryAfterMs: badTokenRetryMs };
  // Telegram's own trouble: it may have done it all the same.
  if (status >= 500) return { kind: 'unknown' };
  const known = sentences.find(([pattern]) => pattern.test(description));
  return { kind: 'refused', code: known?.[1] ?? `telegram_${status}` };
}

function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Object && depth < 5; depth++) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code;
    cause = (cause as { cause?: unknown }).cause;
  }
  return '';
}
