import type pg from 'pg';
import { listBackups } from '#/scripts/database/backup/list.ts';
import { withClient } from '#/scripts/database/connect.ts';
import { hasData } from '#/scripts/database/embedded/home.ts';
import { type LedgerWall, ledgerWallOf } from '#/scripts/database/grants.ts';
import { standingOf } from '#/scripts/database/migrate.ts';
import { readMigrations } from '#/scripts/database/migrations.ts';
import { claimForMode } from '#/scripts/database/mode-mark.ts';
import { openTarget, type Target } from '#/scripts/database/target.ts';
import type { Plan } from '#/scripts/start/plan.ts';
import { say } from '#/scripts/terminal/say.ts';
import { createEnvelopes } from '#/server/lib/envelope.ts';
import { Secret } from '#/server/lib/secret.ts';
import { bad, type Finding, ok, warn } from './finding.ts';
import { examineWorker } from './running.ts';

/** Ours is started for the look when it does not run; nothing is migrated and nothing made. */
export async function examineDatabase({ mode, database, config }: Plan, isRunning: boolean): Promise<Finding[]> {
  const label = say('postgres.label');
  if (database.url === null && !hasData('main')) return [ok(label, say('doctor.noDataYet'))];
  let target: Target | null = null;
  try {
    target = await openTarget(mode, database);
    const { server, name } = target;
    const where = server
      ? `${say('start.database.ours', { version: server.version, port: String(server.port) })}, ${server.home.folder}`
      : say('start.database.given', { name });
    await withClient(target.appUrl, (app) => claimForMode(app, mode, 'look'));
    const standing = await withClient(target.appUrl, migrationsFinding);
    const found = [ok(label, where), standing];
    if (standing.state === 'bad') return found;
    const more = [
      await wallFinding(target),
      ...(await sealsFinding(target, config.secretKey)),
      await backupFinding(target),
    ];
    return [...found, ...more, ...(isRunning ? [await examineWorker(target.appUrl)] : [])];
  } catch (error) {
    return [bad(label, (error as Error).message)];
  } finally {
    await target?.release();
  }
}

async function migrationsFinding(app: pg.Client): Promise<Finding> {
  const label = say('doctor.migrations');
  const standing = await standingOf(app, readMigrations());
  if (standing.kind !== 'ready') return bad(label, say(`database.${standing.kind}`, { migration: standing.name }));
  const count = standing.pending.length;
  return count === 0 ? ok(label, say('doctor.allApplied')) : warn(label, say('doctor.pending', { count }), 'npm start');
}

async function wallFinding({ appUrl, hasOwner }: Target): Promise<Finding> {
  const label = say('doctor.ledger');
  const wall: LedgerWall = await withClient(appUrl, ledgerWallOf);
  if (wall === 'role') return ok(label, say('database.wall.role'));
  if (wall === 'none') return bad(label, say('database.wall.none'), say('doctor.restoreTriggers'));
  return hasOwner
    ? warn(label, say('doctor.ownerIsApp'), 'DATABASE_ADMIN_URL=postgresql://owner:password@127.0.0.1:5432/stardesk')
    : ok(label, say('database.wall.trigger'));
}

/** A key that was lost or changed shows here before somebody needs what it sealed. */
async function sealsFinding({ appUrl }: Target, secretKey: Secret): Promise<Finding[]> {
  const ids = await withClient(appUrl, async (app) => {
    const { rows } = await app.query<{ id: string }>(
      `SELECT DISTINCT split_part(envelope, '.', 2) AS id FROM sealed_secrets`,
    );
    return rows.map(({ id }) => id);
  });
  if (ids.length === 0 || secretKey.reveal() === '') return [];
  const ours = secretKey
    .reveal()
    .split(',')
    .map((key) => createEnvelopes(new Secret(key)).currentKeyId);
  const foreign = ids.filter((id) => !ours.includes(id));
  const label = 'SECRET_KEY';
  if (foreign.length > 0)
    return [bad(label, say('doctor.lostKey', { ids: foreign.join(', ') }), say('doctor.findKey'))];
  return [
    ids.every((id) => id === ours[0])
      ? ok(label, say('doctor.keyOpens'))
      : warn(label, say('doctor.oldKey'), 'npm run secrets:rotate'),
  ];
}

async function backupFinding({ server, mode }: Target): Promise<Finding> {
  const label = say('backup.label');
  const newest = (await listBackups(server)).find((backup) => backup.mode === mode);
  if (newest) return ok(label, `${newest.name}`);
  return mode === 'live' ? warn(label, say('backup.none'), 'npm run db:backup') : ok(label, say('backup.none'));
}
