import * as api from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { productVersion } from './version.ts';

/** The heavy half of `tracing.ts`, imported only when traces are wanted. */
export async function openTracing(endpoint: string, role: string) {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': `stardesk-${role}`,
      'service.version': productVersion,
      'process.pid': process.pid,
    }),
    spanLimits: { attributeValueLengthLimit: 200, attributeCountLimit: 32 },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: 1500 }),
        // Shutting down waits for the last export: it must not eat the seconds that the launcher gives.
        exportTimeoutMillis: 2000,
        scheduledDelayMillis: 2000,
      }),
    ],
  });
  return { api, tracer: provider.getTracer('stardesk', productVersion), stop: () => provider.shutdown() };
}
