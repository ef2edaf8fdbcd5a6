import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Readiness {
  readonly ready: boolean;
  /** Names of the checks that do not hold; null while the web does not answer. */
  readonly failing: readonly string[] | null;
}

/** Asks /readyz until it says yes; `onSlow` after each further `slowMs` without one. */
export async function waitUntilReady(
  address: { host: string; port: number },
  { signal, slowMs, onSlow }: { signal: AbortSignal; slowMs: number; onSlow: (last: Readiness) => void },
): Promise<void> {
  let patience = performance.now() + slowMs;
  for (;;) {
    const readiness = await askReadiness(address);
    if (readiness.ready) return;
    if (performance.now() > patience) {
      onSlow(readiness);
      patience = performance.now() + slowMs;
    }
    await sleep(100, undefined, { signal });
  }
}

export function askReadiness({ host, port }: { host: string; port: number }): Promise<Readiness> {
  return new Promise((resolve) => {
    const away: Readiness = { ready: false, failing: null };
    const call = request({ host, port, path: '/readyz', timeout: 5000 }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ ready: answer.statusCode === 200, failing: failingChecks(body) }));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(away));
    call.end();
  });
}

function failingChecks(body: string): string[] {
  try {
    const { checks } = JSON.parse(body) as { checks: { name: string; ok: boolean }[] };
    return checks.filter(({ ok }) => !ok).map(({ name }) => name);
  } catch {
    return [];
  }
}
