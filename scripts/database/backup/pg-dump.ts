import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { withClient } from '../connect.ts';
import type { Target } from '../target.ts';
import type { Backup } from './backup.ts';
import { folderOf, writeBackupFolder } from './backup-folder.ts';
import { describeDatabase } from './describe.ts';
import { afterRestore, emptySchemas } from './restore-statements.ts';

/** pg_dump refuses servers newer than itself; psql must be there to bring the copy back. */
export async function findPgDump(client: pg.Client): Promise<string | null> {
  const dump = majorOf('pg_dump');
  if (dump === null || majorOf('psql') === null) return null;
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::int / 10000 AS major`);
  return dump >= Number(rows[0].major) ? 'pg_dump' : null;
}

function majorOf(program: string): number | null {
  const run = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const found = run.status === 0 ? /\b(\d+)(?:\.\d+)?/.exec(run.stdout)?.[1] : undefined;
  return found ? Number(found) : null;
}

export async function dumpWithPgDump(
  target: Target,
  name: string,
  pgDump: string,
): Promise<Pick<Backup, 'kind' | 'bytes'>> {
  const { bytes } = await writeBackupFolder(name, async (folder) => {
    const described = await withClient(target.ownerUrl, describeDatabase);
    const schemas = described.schemas.flatMap((schema) => ['--schema', schema]);
    const dump = startProgram(pgDump, ['--format=plain', ...schemas], target.ownerUrl, ['ignore', 'pipe', 'pipe']);
    const file = createWriteStream(path.join(folder, 'dump.sql.gz'), { mode: 0o600 });
    await Promise.all([pipeline(dump.child.stdout as Readable, createGzip(), file), dump.ended]);
    const { migrations, queueVersion } = described;
    return { kind: 'pg_dump', database: target.name, migrations, queueVersion, tables: [], sequences: [] };
  });
  return { kind: 'pg_dump', bytes };
}

/** In one transaction: either the database is what it was then, or what it is now. */
export async function restoreWithPsql(target: Target, name: string, schemas: readonly string[]): Promise<void> {
  const psql = startProgram(
    'psql',
    ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1', '--output=/dev/null', '--file=-'],
    target.ownerUrl,
    ['pipe', 'ignore', 'pipe'],
  );
  const dump = createReadStream(path.join(folderOf(name), 'dump.sql.gz')).pipe(createGunzip());
  const all = Readable.from(inOrder([`SET lock_timeout = '10s';`, emptySchemas(schemas)], dump, [afterRestore]));
  const fed = pipeline(all, new PassThrough(), psql.child.stdin as NodeJS.WritableStream);
  // psql that stops early closes its input: what it said is the reason, not the broken pipe.
  await Promise.all([fed.catch(() => {}), psql.ended]);
}

async function* inOrder(before: string[], middle: Readable, after: string[]): AsyncGenerator<string | Buffer> {
  for (const text of before) yield `${text}\n`;
  for await (const chunk of middle) yield chunk as Buffer;
  // pg_dump leaves the search path empty.
  yield '\nSET search_path = public;\n';
  for (const text of after) yield `${text}\n`;
}

/** The password goes by the environment: a command line is public. */
function startProgram(program: string, args: string[], url: string, stdio: ('ignore' | 'pipe')[]) {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(program, [...args, `--dbname=${address.href}`], {
    stdio: stdio as ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PGPASSWORD: password, PGAPPNAME: 'stardesk-script' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${said.trim()}`))));
  });
  return { child, ended };
}
