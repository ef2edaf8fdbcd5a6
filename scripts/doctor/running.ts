import { withClient } from '#/scripts/database/connect.ts';
import { isFree } from '#/scripts/database/embedded/free-port.ts';
import { reachable } from '#/scripts/start/port.ts';
import { askReadiness } from '#/scripts/start/ready.ts';
import { isRunning, readRun } from '#/scripts/start/run-lock.ts';
import { say } from '#/scripts/terminal/say.ts';
import type { Config } from '#/server/lib/config.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

/** What runs now: the web's own verdict of itself, and the worker's heart. */
export async function examineRunning(http: Config['http']): Promise<Finding[]> {
  const running = await isRunning('start');
  const { port = null } = running ? (readRun('start') ?? {}) : {};
  if (!running || port === null) return [await freePort(http)];
  const address = reachable({ host: http.host, port });
  const { ready, failing } = await askReadiness(address);
  const where = `${address.host}:${port}`;
  if (ready) return [ok('Stardesk', say('doctor.ready', { where }))];
  const why = failing === null ? say('doctor.silent') : failing.join(', ');
  return [
    bad('Stardesk', say('doctor.notReady', { where, why }), '.stardesk/logs/web.log', '.stardesk/logs/worker.log'),
  ];
}

async function freePort({ host, port }: Config['http']): Promise<Finding> {
  const label = say('start.web');
  if (await isFree(port, host)) return ok(label, say('doctor.notRunning', { port: String(port) }));
  return warn(label, say('doctor.portTaken', { port: String(port) }), `PORT=${port + 1} npm start`);
}

const freshSeconds = 20;

export async function examineWorker(appUrl: string): Promise<Finding> {
  const label = 'worker';
  const seconds = await withClient(appUrl, async (app) => {
    const { rows } = await app.query(
      `SELECT round(extract(epoch FROM now() - max(beat_at)))::int AS age FROM worker_beats`,
    );
    return rows[0]?.age as number | null;
  });
  if (seconds === null) return bad(label, say('doctor.noHeart'), '.stardesk/logs/worker.log');
  const text = say('doctor.heart', { seconds: String(seconds) });
  return seconds <= freshSeconds ? ok(label, text) : bad(label, text, '.stardesk/logs/worker.log');
}
