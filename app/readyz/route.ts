import { configurationFaults, web } from '#/server/compose.web.ts';
import type { Verdict } from '#/server/lib/health.ts';
import { isOperator } from '../_server/operator.ts';

/** May traffic come? 200 or 503 for everybody, the reasons for the operator only. */
export async function GET(request: Request): Promise<Response> {
  const verdict = await verdictNow();
  const options = { status: verdict.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } };
  if (await isOperator(request)) return Response.json(verdict, options);
  return new Response(verdict.ready ? 'ok' : 'not ok', options);
}

async function verdictNow(): Promise<Verdict> {
  const faults = configurationFaults();
  if (faults.length === 0) return web().health.verdict();
  const lines = faults.map(({ variable, problem, paste }) => `${variable}: ${problem.replaceAll('_', ' ')}. ${paste}`);
  return { ready: false, checks: [{ name: 'configuration', ok: false, seen: { faults: lines } }] };
}
