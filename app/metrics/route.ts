import { poolProbe, renderMetrics } from '#/server/lib/metrics.ts';
import { door } from '../_server/door.ts';
import { isOperator } from '../_server/operator.ts';

/** For Prometheus. What the database would have to be asked is left out while it is away. */
export const GET = door(async ({ request, web }) => {
  const { config, pool } = web.deps;
  if (!config.metrics.enabled) return new Response('not found', { status: 404 });
  if (!(await isOperator(request))) {
    return new Response('not ok', { status: 401, headers: { 'www-authenticate': 'Bearer realm="stardesk metrics"' } });
  }
  const text = await renderMetrics([poolProbe(pool), ...web.metricsProbes]);
  return new Response(text, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
});
