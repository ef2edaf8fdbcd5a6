import { guardSender } from './adapters/telegram-bot/guarded-sender.ts';
import { createBotSender } from './adapters/telegram-bot/sender.ts';
import { followBotToken } from './bot/follow-token.ts';
import type { RunningBot } from './bot/run-bot.ts';
import type { Config } from './lib/config.ts';
import { openDatabase, openProbe } from './lib/db.ts';
import type { Deps } from './lib/deps.ts';
import { createEnvelopes } from './lib/envelope.ts';
import { createHealth, type Health, migrationsIn } from './lib/health.ts';
import type { Log } from './lib/log.ts';
import { type MetricsProbe, metrics, poolProbe } from './lib/metrics.ts';
import { createUpstreams } from './lib/resilience.ts';
import { createClock } from './lib/test-clock.ts';
import { ownedData } from './owned-data.ts';
import { queueSchema } from './queue/queue-options.ts';

/** What the worker process is made of. */
export interface WorkerParts {
  readonly deps: Deps;
  readonly health: Health;
  readonly metricsProbes: readonly MetricsProbe[];
  /** Resolves when the time can be trusted. */
  readonly clockReady: Promise<void>;
  /** The installation's bot, whichever it is, from now until stopped. */
  runBot(): RunningBot;
  close(): Promise<void>;
}

export function composeWorker(config: Config, log: Log): WorkerParts {
  const database = openDatabase(config.database, 'stardesk-worker');
  const probe = openProbe(config.database, 'stardesk-worker-health', 2000);
  const clock = createClock(config, log);
  const deps: Deps = {
    config,
    db: database.prisma,
    pool: database.pool,
    clock,
    log,
    envelopes: createEnvelopes(config.secretKey),
  };
  const upstreams = createUpstreams(config.resilience, { clock, log, metrics: metrics() });
  const botApi = upstreams.of('telegram-bot-api');
  const health = createHealth({
    probe,
    clock,
    migrations: migrationsIn('prisma/migrations'),
    queueTable: `${queueSchema}.job`,
  });
  return {
    deps,
    health,
    metricsProbes: [poolProbe(database.pool)],
    clockReady: clock.ready,
    runBot: () => followBotToken({ ...deps, ownedData }, (bot) => guardSender(createBotSender(bot), botApi)),
    async close() {
      clock.close();
      await Promise.all([database.close(), probe.end()]);
    },
  };
}
