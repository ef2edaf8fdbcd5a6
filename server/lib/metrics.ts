import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { productVersion } from './version.ts';

/** Every number that a process shows. Each name begins with `stardesk_`; labels are bounded lists, never ids. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Next bundles routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & { stardeskMetrics?: Metrics };
export function metrics(): Metrics {
  shared.stardeskMetrics ??= createMetrics();
  return shared.stardeskMetrics;
}

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'stardesk_' });
  new Gauge({ name: 'stardesk_build_info', help: 'What runs here', labelNames: ['version', 'node'], registers })
    .labels(productVersion, process.version)
    .set(1);
  const requestLabels = ['endpoint', 'method', 'status'] as const;
  return {
    registry,
    requestLatency: new Histogram({
      name: 'stardesk_request_latency_seconds',
      help: 'From the first byte of a request to the last of its answer (live streams are only counted)',
      labelNames: requestLabels,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    requests: new Counter({
      name: 'stardesk_requests_total',
      help: 'Requests answered',
      labelNames: requestLabels,
      registers,
    }),
    workers: new Gauge({ name: 'stardesk_workers', help: 'Workers that beat lately', registers }),
    poolConnections: new Gauge({
      name: 'stardesk_database_connections',
      help: 'Connections of this process to PostgreSQL',
      labelNames: ['state'] as const,
      registers,
    }),
    jobs: new Histogram({
      name: 'stardesk_job_seconds',
      help: 'Time a job was handled, by how the attempt ended',
      labelNames: ['queue', 'outcome'] as const,
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300],
      registers,
    }),
    updates: new Histogram({
      name: 'stardesk_update_seconds',
      help: 'Time an update of the bot was handled, by how the attempt ended',
      labelNames: ['outcome'] as const,
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 45],
      registers,
    }),
    upstreamCalls: new Histogram({
      name: 'stardesk_upstream_seconds',
      help: 'Time a call to a system outside took with its retries, by how it ended',
      labelNames: ['upstream', 'outcome'] as const,
      buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    upstreamCircuit: new Gauge({
      name: 'stardesk_upstream_circuit_open',
      help: '1 while a system outside is not asked because it kept silent too often',
      labelNames: ['upstream'] as const,
      registers,
    }),
    queueJobs: new Gauge({
      name: 'stardesk_queue_jobs',
      help: 'Jobs in the queue by state',
      labelNames: ['queue', 'state'] as const,
      registers,
    }),
    queueOldest: new Gauge({
      name: 'stardesk_queue_oldest_seconds',
      help: 'Age of the oldest job that waits to run',
      labelNames: ['queue'] as const,
      registers,
    }),
  };
}

/** What must be asked for when somebody looks: the pool, the queue, the workers. One that fails leaves its gauges at rest. */
export type MetricsProbe = (metrics: Metrics) => Promise<void> | void;

/** Text for Prometheus. Never waits for a database longer than the probes themselves do. */
export async function renderMetrics(probes: readonly MetricsProbe[] = []): Promise<string> {
  const current = metrics();
  for (const gauge of [current.workers, current.poolConnections, current.queueJobs, current.queueOldest]) gauge.reset();
  await Promise.allSettled(probes.map(async (probe) => probe(current)));
  return current.registry.metrics();
}

export function poolProbe(pool: { totalCount: number; idleCount: number; waitingCount: number }): MetricsProbe {
  return ({ poolConnections }) => {
    poolConnections.labels('total').set(pool.totalCount);
    poolConnections.labels('idle').set(pool.idleCount);
    poolConnections.labels('waiting').set(pool.waitingCount);
  };
}

export function workersProbe(health: { liveWorkers(): Promise<number> }): MetricsProbe {
  return async ({ workers }) => workers.set(await health.liveWorkers());
}

interface QueueCounts {
  readonly queue: string;
  readonly queued: number;
  readonly deferred: number;
  readonly active: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}
export function queueProbe(read: () => Promise<readonly QueueCounts[]>): MetricsProbe {
  return async ({ queueJobs, queueOldest }) => {
    for (const { queue, oldestSeconds, queued, deferred, active, failed } of await read()) {
      for (const [state, count] of Object.entries({ queued, deferred, active, failed })) {
        queueJobs.labels(queue, state).set(count);
      }
      queueOldest.labels(queue).set(oldestSeconds);
    }
  };
}
