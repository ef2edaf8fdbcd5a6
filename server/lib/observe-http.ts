import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import { type EndpointName, methodName } from './endpoint-names.ts';
import type { Log } from './log.ts';
import { metrics } from './metrics.ts';
import { tameOddRequest } from './odd-requests.ts';
import { enterRequest, type RequestFacts, whoCalls } from './request-facts.ts';
import { startRequestSpan } from './tracing.ts';

interface Observation {
  readonly log: Log;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly endpointName: EndpointName;
  readonly hasPublicUrl: boolean;
  /** Headers of every answer, static files included: Strict-Transport-Security. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

const channel = 'http.server.request.start';
const requestIdPattern = /^[\w.:-]{8,64}$/;

/**
 * The one place that measures every request of this process: Node tells it before Next sees the request.
 * Gives the request its id and its facts, and when the answer is out: a histogram, a counter, one wide log line.
 */
export function observeHttp(observation: Observation): () => void {
  const onStart = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    observeRequest(observation, request, response);
  };
  subscribe(channel, onStart);
  return () => void unsubscribe(channel, onStart);
}

function observeRequest(observation: Observation, request: IncomingMessage, response: ServerResponse): void {
  const startedMs = observation.clock.monotonicMs();
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
  // Everything behind (route handlers, Next's own error log) reads the id from the request.
  request.headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  for (const [name, value] of Object.entries(observation.responseHeaders)) response.setHeader(name, value);
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const facts: RequestFacts = {
    id,
    ...whoCalls(request.socket.remoteAddress, request.headers, observation.hasPublicUrl),
    endpoint: observation.endpointName(path),
    actorId: null,
  };
  enterRequest(facts);
  const method = methodName(request.method);
  tameOddRequest(request);
  const span = startRequestSpan(request.headers.traceparent, { method, requestId: id });
  const bytesBefore = request.socket.bytesWritten;
  response.once('close', () => {
    // 499: the caller left before there was an answer.
    const status = String(response.headersSent ? response.statusCode : 499);
    const labels = { endpoint: facts.endpoint, method, status };
    const ms = observation.clock.monotonicMs() - startedMs;
    const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream');
    if (!isStream) metrics().requestLatency.observe(labels, ms / 1000);
    metrics().requests.inc(labels);
    span.end({ endpoint: facts.endpoint, status: Number(status) });
    observation.log[facts.endpoint === 'static' ? 'debug' : 'info']({
      event: 'request',
      requestId: id,
      ...labels,
      status: Number(status),
      ms: Math.round(ms * 10) / 10,
      bytes: request.socket.bytesWritten - bytesBefore,
      ...(facts.actorId && { actorId: facts.actorId }),
      address: facts.address,
      ...(response.headersSent && !response.writableFinished && { left: true }),
    });
  });
}
