import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database, Db } from './db.ts';
import type { Envelopes } from './envelope.ts';
import type { Log } from './log.ts';

/** What every use case may ask for. A service takes the part it needs: `Pick<Deps, 'db' | 'clock'>`. */
export interface Deps {
  readonly config: Config;
  readonly db: Db;
  readonly pool: Database['pool'];
  readonly clock: Clock;
  readonly log: Log;
  readonly envelopes: Envelopes;
}
