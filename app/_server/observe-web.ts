import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationFaults, web, webLog } from '#/server/compose.web.ts';
import { buildFolder, environment } from '#/server/env.ts';
import { MovableClock } from '#/server/lib/clock.ts';
import { endpointNames } from '#/server/lib/endpoint-names.ts';
import { observeHttp } from '#/server/lib/observe-http.ts';
import { startTracing, stopTracing } from '#/server/lib/tracing.ts';

/** Everything that happens once in a web process, and works with a faulty configuration too. */
export async function observeWeb(): Promise<void> {
  const { config, notes } = environment();
  const faults = configurationFaults();
  const log = webLog();
  for (const { variable, problem, paste } of faults)
    log.error({ event: 'configuration.fault', variable, problem, paste });
  for (const note of notes) log.warn({ event: 'configuration.note', ...note });
  const { publicUrl } = config.http;
  observeHttp({
    log,
    clock: faults.length > 0 ? new MovableClock() : web().deps.clock,
    endpointName: endpointNames(routeTemplates(), publicFiles()),
    hasPublicUrl: publicUrl !== null,
    responseHeaders: publicUrl?.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {},
  });
  await startTracing(config, 'web', log);
  // The first request already finds the moved time.
  if (faults.length === 0) await web().clockReady;
  process.once('SIGTERM', () => void stopTracing());
  process.once('SIGINT', () => void stopTracing());
}

export function noteRenderFailure(error: unknown, requestId: string | string[] | undefined, route: string): void {
  webLog().error({ event: 'render.failed', requestId: String(requestId ?? ''), route, err: error });
}

/** The addresses of this build, as Next wrote them down; none in development, where they come and go. */
function routeTemplates(): string[] {
  try {
    const manifest = readFileSync(join(buildFolder(), 'app-path-routes-manifest.json'), 'utf8');
    return Object.values(JSON.parse(manifest) as Record<string, string>);
  } catch {
    return [];
  }
}

function publicFiles(): string[] {
  try {
    return readdirSync('public');
  } catch {
    return [];
  }
}
