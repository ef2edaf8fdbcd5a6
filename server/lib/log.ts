import pino from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** Names under which a secret might travel by mistake. `Secret` values mask themselves already. */
const redactedNames = [
  'password',
  'newPassword',
  'passwordHash',
  'token',
  'botToken',
  'secret',
  'secretKey',
  'session',
  'cookie',
  'authorization',
  'initData',
  'apiKey',
  'apiHash',
  'code',
  'envelope',
  'signature',
  'phone',
];

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
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
      serializers: { err: pino.stdSerializers.err },
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
}
