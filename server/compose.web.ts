import { environment } from './env.ts';
import { MovableClock } from './lib/clock.ts';
import { openDatabase } from './lib/db.ts';
import type { Deps } from './lib/deps.ts';
import { createEnvelopes } from './lib/envelope.ts';
import { createLog } from './lib/log.ts';

/** What the web process is made of. Built once, on the first use, from a configuration without faults. */
export interface Web {
  readonly deps: Deps;
}

/** Next bundles routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & { stardeskWeb?: Web };

export function web(): Web {
  shared.stardeskWeb ??= compose();
  return shared.stardeskWeb;
}

function compose(): Web {
  const { config, faults } = environment();
  if (faults.length > 0) throw new Error('configuration has faults');
  const database = openDatabase(config.database, 'stardesk-web');
  const deps: Deps = {
    config,
    db: database.prisma,
    pool: database.pool,
    clock: new MovableClock(),
    log: createLog(config, 'web'),
    envelopes: createEnvelopes(config.secretKey),
  };
  return { deps };
}
