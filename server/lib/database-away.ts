/** SQLSTATE classes and codes that say "not now": no connection, shutting down, starting up, too many clients. */
const awayStates = /^(08...|57P0[1-5]|53300|25P03)$/;
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  // Prisma: cannot reach, timed out, connection closed, pool timed out.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
]);
const awayWords =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end/i;

/** The database does not answer (503, try again), as opposed to a statement that is wrong (500, our fault). */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 8; depth++) {
    const { code, message, meta } = cause as {
      code?: unknown;
      message?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    const isSystem = typeof code === 'string' && (awayCodes.has(code) || awayStates.test(code));
    if (isSystem && !(code === 'ENOENT' && !('address' in cause))) return true;
    if (typeof message === 'string' && awayWords.test(message)) return true;
    if (meta?.driverAdapterError && isDatabaseAway(meta.driverAdapterError)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}

/** Two transactions met and PostgreSQL let one of them win: the other's caller may simply try again. */
export function isLostRace(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 8; depth++) {
    const { code, originalCode } = cause as { code?: unknown; originalCode?: unknown };
    if (code === 'P2034' || [code, originalCode].some((state) => state === '40001' || state === '40P01')) return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}
