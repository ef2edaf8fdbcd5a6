import type pino from 'pino';
import type { Config } from './lib/config.ts';
import { openDatabase } from './lib/db.ts';
import type { Deps } from './lib/deps.ts';
import { createEnvelopes } from './lib/envelope.ts';
import { createLog } from './lib/log.ts';
import { createClock } from './lib/test-clock.ts';

/** What a command of `scripts/` is made of. A few connections: web and worker have theirs beside it. */
export interface Script {
  readonly deps: Deps;
  /** Resolves when the time can be trusted. */
  readonly clockReady: Promise<void>;
  close(): Promise<void>;
}

/** The command gives the configuration: it knows more than the environment (scripts/with-deps.ts). */
export function composeScript(config: Config, logTo: pino.DestinationStream): Script {
  const database = openDatabase({ ...config.database, poolSize: 4, maxOverflow: 0 }, 'stardesk-script');
  const log = createLog(config, 'script', logTo);
  const clock = createClock(config, log);
  const deps: Deps = {
    config,
    db: database.prisma,
    pool: database.pool,
    clock,
    log,
    envelopes: createEnvelopes(config.secretKey),
  };
  return {
    deps,
    clockReady: clock.ready,
    async close() {
      clock.close();
      await database.close();
    },
  };
}
