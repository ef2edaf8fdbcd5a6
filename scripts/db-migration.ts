import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './bootstrap/explained.mjs';
import { openEmbeddedServer } from './database/embedded/server.ts';
import { readMigrations } from './database/migrations.ts';
import { runPrisma } from './database/run-prisma.ts';
import { project } from './project.ts';
import { runCommand } from './run-command.ts';
import { say } from './terminal/say.ts';
import { beginStep } from './terminal/step.mjs';

/** `npm run db:migration -- add_wallets`: writes the SQL that leads from the migrations to the schema in prisma/. Offline. */
await runCommand(async () => {
  const [name = ''] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) throw new Explained(say('migration.usage'));
  const step = beginStep(say('doctor.migrations'), say('migration.comparing'));
  const sql = await differenceToSchema().catch((error) => {
    step.failed(null);
    throw error;
  });
  if (sql === null) {
    step.done(say('migration.nothing'));
    return;
  }
  const folder = path.join(project.migrations, `${nextNumber()}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  step.done(path.relative(project.root, path.join(folder, 'migration.sql')));
  console.log(`\n  ${say('migration.next')}\n`);
});

/** Prisma builds the migrations' database on our server (a shadow, dropped again) and compares it with the schema. */
async function differenceToSchema(): Promise<string | null> {
  const server = await openEmbeddedServer();
  try {
    const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--script'];
    const { code, stdout, stderr } = await runPrisma([...args, '--exit-code'], server.adminUrl('postgres'));
    if (code === 0) return null;
    if (code !== 2) throw new Explained(stderr || stdout);
    return `${stdout.trim()}\n`;
  } finally {
    await server.release();
  }
}

function nextNumber(): string {
  const numbers = readMigrations().map(({ name }) => Number.parseInt(name, 10));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}
