import { identifyBotOver } from './adapters/telegram-bot/identify-bot.ts';
import { environment } from './env.ts';
import { openDatabase, openProbe } from './lib/db.ts';
import type { Deps } from './lib/deps.ts';
import { createEnvelopes } from './lib/envelope.ts';
import { createHealth, type Health, migrationsIn } from './lib/health.ts';
import { createLog, type Log } from './lib/log.ts';
import { type MetricsProbe, metrics, queueProbe, workersProbe } from './lib/metrics.ts';
import type { ConfigFault } from './lib/read-config.ts';
import { createUpstreams } from './lib/resilience.ts';
import { createClock } from './lib/test-clock.ts';
import { LiveHub } from './live/hub.ts';
import type { Ports } from './ports.ts';
import { queueSchema } from './queue/queue-options.ts';
import { queueStats } from './queue/stats.ts';

/** What the web process is made of. Built once, on the first use, from a configuration without faults. */
export interface Web {
  readonly deps: Deps;
  /** Systems outside that calls of the web ask. */
  readonly ports: Ports;
  readonly health: Health;
  /** What /metrics asks the database for. */
  readonly metricsProbes: readonly MetricsProbe[];
  /** Listens from the first open stream on. */
  readonly live: LiveHub;
  /** Resolves when the time can be trusted. */
  readonly clockReady: Promise<void>;
}

/** Next bundles routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & { stardeskWeb?: Web; stardeskWebLog?: Log };

/** The web process cannot work with what it was given; every door but /healthz says so (503) instead of falling over. */
export class ConfigurationFaulty extends Error {
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(`configuration has ${faults.length} faults: ${faults.map(({ variable }) => variable).join(', ')}`);
    this.faults = faults;
  }
}

export function web(): Web {
  shared.stardeskWeb ??= compose();
  return shared.stardeskWeb;
}

/** Never throws: what happens while the configuration is faulty must be written somewhere too. */
export function webLog(): Log {
  shared.stardeskWebLog ??= shared.stardeskWeb?.deps.log ?? createLog(environment().config, 'web');
  return shared.stardeskWebLog;
}

export function configurationFaults(): readonly ConfigFault[] {
  return shared.stardeskWeb ? [] : environment().faults;
}

/** For tests: route handlers work on this instead of what the environment says; null gives the environment back. */
export function useWeb(made: Web | null): void {
  shared.stardeskWeb = made ?? undefined;
  shared.stardeskWebLog = made?.deps.log;
}

function compose(): Web {
  const { config, faults } = environment();
  if (faults.length > 0) throw new ConfigurationFaulty(faults);
  const database = openDatabase(config.database, 'stardesk-web');
  const clock = createClock(config, webLog());
  const deps: Deps = {
    config,
    db: database.prisma,
    pool: database.pool,
    clock,
    log: webLog(),
    envelopes: createEnvelopes(config.secretKey),
  };
  const made = assembleWeb(deps, clock.ready);
  // Next closes its server only when the last answer is out, and a live stream is an answer without end.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void made.live.stop());
  return made;
}

/** The same for tests, on their own database. */
export function assembleWeb(deps: Deps, clockReady: Promise<void> = Promise.resolve()): Web {
  const probe = openProbe(deps.config.database, 'stardesk-health', 2000);
  const health = createHealth({
    probe,
    clock: deps.clock,
    migrations: migrationsIn('prisma/migrations'),
    queueTable: `${queueSchema}.job`,
  });
  const live = new LiveHub(deps);
  const { config, clock, log } = deps;
  const upstreams = createUpstreams(config.resilience, { clock, log, metrics: metrics() });
  const ports: Ports = { identifyBot: identifyBotOver(config, upstreams.of('telegram-bot-api')), health };
  return {
    deps,
    ports,
    health,
    live,
    clockReady,
    metricsProbes: [workersProbe(health), queueProbe(() => queueStats({ pool: probe }))],
  };
}
