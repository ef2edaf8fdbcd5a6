import pino from 'pino';
import type { Config } from './config.ts';
import { describeError } from './describe-error.ts';

export type Log = pino.Logger;

/** Names under which a secret might travel by mistake, in lower case. `Secret` values mask themselves already. */
const secretNames = new Set([
  'password',
  'newpassword',
  'currentpassword',
  'passwordhash',
  'token',
  'bottoken',
  'secret',
  'secretkey',
  'session',
  'cookie',
  'set-cookie',
  'authorization',
  'x-telegram-bot-api-secret-token',
  'initdata',
  'apikey',
  'apihash',
  'code',
  'envelope',
  'signature',
  'phone',
]);
const mask = '[secret]';
/** Events are flat; what is nested deeper than this is somebody else's object and not for the log. */
const deepest = 6;

/** JSON lines on stdout; one wide event per request, job and update. */
export function createLog(
  config: Pick<Config, 'logLevel'>,
  role: 'web' | 'worker' | 'script',
  destination?: pino.DestinationStream,
): Log {
  return pino(
    {
      level: config.logLevel,
      base: { role, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (event) => withoutSecrets(event) as Record<string, unknown>,
      },
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: {
        // Where an error comes without words, pino would take the error's own, unmasked.
        logMethod(parts, method) {
          const [event, words] = parts as unknown[];
          const error = event instanceof Error ? event : (event as { err?: unknown } | null | undefined)?.err;
          if (!(error instanceof Error) || words !== undefined) return method.apply(this, parts);
          return method.apply(this, [
            event instanceof Error ? { err: event } : event,
            describeError(error).message,
          ] as never);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
}

function withoutSecrets(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return depth < deepest ? value.map((one) => withoutSecrets(one, depth + 1)) : mask;
  if (!isPlain(value)) return value;
  if (depth >= deepest) return mask;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretNames.has(name.toLowerCase()) && inner != null ? mask : withoutSecrets(inner, depth + 1),
    ]),
  );
}

/** Errors, dates, `Secret`s and the like print themselves. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || value instanceof Error) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || prototype?.constructor?.name === 'Object';
}
