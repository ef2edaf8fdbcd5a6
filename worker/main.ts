import { composeWorker, type WorkerParts } from '#/server/compose.worker.ts';
import { environment } from '#/server/env.ts';
import { MovableClock } from '#/server/lib/clock.ts';
import { createLog } from '#/server/lib/log.ts';
import { startTracing, stopTracing } from '#/server/lib/tracing.ts';
import { startHttp } from './http.ts';
import { type Supervisor, supervise } from './supervisor.ts';

/** Whatever hangs, the process is gone after this; what it held is taken over by another worker. */
const longestStopMs = 9_000;

const { config, faults, notes } = environment();
const log = createLog(config, 'worker');
let parts: WorkerParts | null = null;
let supervisor: Supervisor | null = null;

const http = await startHttp({
  async whyNotReady() {
    if (faults.length > 0) return { faults: faults.map(({ variable, problem }) => ({ variable, problem })) };
    if (!supervisor?.isRunning) return { starting: true };
    const verdict = await parts?.health.verdict();
    return verdict?.ready ? null : { checks: verdict?.checks };
  },
  metricsProbes: () => (config.metrics.enabled ? (parts?.metricsProbes ?? []) : null),
});

let isStopping = false;
async function stop(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ event: 'worker_stopping', signal });
  new MovableClock().after(longestStopMs, () => process.exit(0)).unref();
  await supervisor?.stop().catch((error: unknown) => log.error({ event: 'stop_failed', err: error }));
  await Promise.all([http.stop(), stopTracing()]);
  log.info({ event: 'worker_stopped' });
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', err: error }));

for (const note of notes) log.warn({ event: 'configuration.note', ...note });
for (const { variable, problem, paste } of faults)
  log.error({ event: 'configuration.fault', variable, problem, paste });
if (faults.length === 0) {
  await startTracing(config, 'worker', log);
  parts = composeWorker(config, log);
  supervisor = supervise(parts, http.port);
}
