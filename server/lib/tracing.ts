import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Span, Tracer } from '@opentelemetry/api';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/**
 * Spans for requests, jobs and upstream calls. Nothing of OpenTelemetry is loaded, and nothing costs, until
 * TRACING_ENABLED=1 and an OTLP endpoint are set. Not registered globally: Next would add a dozen spans of its own
 * to each request, with whole URLs in them.
 */
interface Tracing {
  readonly tracer: Tracer;
  readonly api: typeof import('@opentelemetry/api');
  stop(): Promise<void>;
}
/** Next bundles instrumentation and routes apart: only globalThis is shared between them. */
const shared = globalThis as typeof globalThis & {
  stardeskTracing?: Tracing;
  stardeskSpans?: AsyncLocalStorage<Span>;
};
shared.stardeskSpans ??= new AsyncLocalStorage<Span>();
const spans = shared.stardeskSpans;

export async function startTracing(
  config: Pick<Config, 'tracing'>,
  role: 'web' | 'worker' | 'sandbox',
  log: Log,
): Promise<void> {
  if (!config.tracing.enabled || shared.stardeskTracing) return;
  if (!config.tracing.endpoint) {
    log.warn(
      { event: 'tracing.off' },
      'TRACING_ENABLED is set, OTEL_EXPORTER_OTLP_ENDPOINT is not: no traces are sent',
    );
    return;
  }
  const { openTracing } = await import('./tracing-sdk.ts');
  shared.stardeskTracing = await openTracing(config.tracing.endpoint, role);
  log.info({ event: 'tracing.on' }, 'Traces go to OTEL_EXPORTER_OTLP_ENDPOINT');
}

/** Sends what is left. Called at shutdown. */
export async function stopTracing(): Promise<void> {
  await shared.stardeskTracing?.stop().catch(() => {});
  shared.stardeskTracing = undefined;
}

/** Runs `work` inside a span; a throw marks it as failed. Attributes are names and numbers, never contents. */
export async function withSpan<Value>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Value> | Value,
): Promise<Value> {
  const tracing = shared.stardeskTracing;
  if (!tracing) return await work();
  const span = openSpan(tracing, name, attributes, spans.getStore());
  try {
    return await spans.run(span, work);
  } catch (error) {
    span.setStatus({ code: tracing.api.SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}

/** The `traceparent` for another process (a job's payload, an upstream's header) to go on with; null when off. */
export function currentTraceparent(): string | null {
  const context = spans.getStore()?.spanContext();
  return context ? `00-${context.traceId}-${context.spanId}-0${context.traceFlags & 1}` : null;
}

/** The span of an HTTP request, whose end is an event and not a return; it stays current for the request's life. */
export function startRequestSpan(traceparent: unknown, { method, requestId }: { method: string; requestId: string }) {
  const tracing = shared.stardeskTracing;
  if (!tracing) return { end() {} };
  const span = openSpan(tracing, method, { 'http.request.method': method, 'stardesk.request_id': requestId }, null, {
    traceparent,
    kind: tracing.api.SpanKind.SERVER,
  });
  spans.enterWith(span);
  return {
    end({ endpoint, status }: { endpoint: string; status: number }) {
      span.updateName(`${method} ${endpoint}`);
      span.setAttributes({ 'http.route': endpoint, 'http.response.status_code': status });
      if (status >= 500) span.setStatus({ code: tracing.api.SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Runs `work` as a child of a span of another process. */
export function withRemoteSpan<Value>(
  traceparent: string | null | undefined,
  name: string,
  attributes: Attributes,
  work: () => Promise<Value> | Value,
): Promise<Value> {
  const tracing = shared.stardeskTracing;
  const parent = tracing && traceparent ? remoteSpan(tracing, traceparent) : null;
  return parent ? spans.run(parent, () => withSpan(name, attributes, work)) : withSpan(name, attributes, work);
}

function openSpan(
  { api, tracer }: Tracing,
  name: string,
  attributes: Attributes,
  parent: Span | null | undefined,
  { traceparent, kind = api.SpanKind.INTERNAL }: { traceparent?: unknown; kind?: number } = {},
): Span {
  const known = parent ?? (typeof traceparent === 'string' ? remoteSpan({ api }, traceparent) : null);
  const context = known ? api.trace.setSpan(api.ROOT_CONTEXT, known) : api.ROOT_CONTEXT;
  return tracer.startSpan(name, { attributes, kind }, context);
}

function remoteSpan({ api }: Pick<Tracing, 'api'>, traceparent: string): Span | null {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/.exec(traceparent);
  const [, traceId = '', spanId = '', flag = '0'] = match ?? [];
  const context = { traceId, spanId, traceFlags: Number(flag), isRemote: true };
  return match && api.isSpanContextValid(context) ? api.trace.wrapSpanContext(context) : null;
}
