/**
 * How a call to a system outside ended. "It said no" and "it said nothing" are two different things: only after the
 * first, or when nothing was sent, is it certain that nothing happened there.
 */
export type Answer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refused }
  /** Definite: our side kept it, or no connection came about. */
  | { readonly kind: 'not_sent'; readonly reason: NotSentReason }
  /** It may have happened or not. Never repeat what is not idempotent. */
  | { readonly kind: 'no_answer'; readonly error: Error };

export const notSentReasons = ['circuit_open', 'busy', 'unreachable', 'cancelled'] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/** Thrown by the work when the upstream answered with a definite no (bad input, no rights, wait, not found). */
export class Refused extends Error {
  readonly code: string;
  readonly status: number | null;
  /** The upstream asks to be left alone for so long. */
  readonly retryAfterMs: number | null;
  constructor(
    code: string,
    { status = null, retryAfterMs = null }: { status?: number | null; retryAfterMs?: number | null } = {},
  ) {
    super(`refused: ${code}`);
    this.name = 'Refused';
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Thrown by work that knows that nothing left, where the error itself does not show it. */
export class NeverLeft extends Error {}

/** Codes of a connection that never came about. A reset or a timeout is not among them: the request may be there. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Looks through wrappings (fetch says "fetch failed" and keeps the reason inside; several addresses, several reasons). */
export function neverLeftUs(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
    if (cause instanceof NeverLeft) return true;
    if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(neverLeftUs);
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && neverLeft.has(code)) return true;
    cause = cause.cause;
  }
  return false;
}
