import { createInterface } from 'node:readline/promises';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { readCommandArguments } from './current-mode.ts';
import { readBackupName } from './database/backup/backup-name.ts';
import { describeBackup } from './database/backup/describe-backup.ts';
import { listBackups } from './database/backup/list.ts';
import { restoreBackup } from './database/backup/restore.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { runCommand } from './run-command.ts';
import { isRunning } from './start/run-lock.ts';
import { say } from './terminal/say.ts';
import { beginStep } from './terminal/step.mjs';
import { withTarget } from './with-deps.ts';

/** `npm run db:restore -- <name> [--yes]`: a copy in place of the database; what was there becomes a copy itself. */
await runCommand(async () => {
  const { rest, yes } = readCommandArguments();
  const [name = ''] = rest;
  // The copy knows whose it is.
  const mode = readBackupName(name)?.mode;
  if (!mode) throw new Explained(say('backup.unknown', { name }));
  if (await isRunning(mode === 'dev' ? 'dev' : 'start')) throw new Explained(say('backup.stopFirst'));
  await withTarget(mode, async (target) => {
    const backup = (await listBackups(target.server)).find((one) => one.name === name);
    if (!backup) throw new Explained(say('backup.unknown', { name }));
    console.log(`\n  ${describeBackup(backup)}\n  ${say('backup.willReplace', { database: target.name })}`);
    if (!yes) await askToGoOn();
    const step = beginStep(say('backup.label'), say('backup.restoring'));
    try {
      const { aside, withJobs } = await restoreBackup(target, backup);
      // The copy may be of an older version: its rights and migrations are brought up to this one.
      await prepareDatabase(target);
      step.done(say('backup.restored', { aside }));
      if (!withJobs) console.log(`  ${say('backup.withoutJobs')}`);
    } catch (error) {
      step.failed(null);
      throw error;
    }
  });
});

async function askToGoOn(): Promise<void> {
  if (!process.stdin.isTTY) throw new Explained(say('backup.needsYes'));
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`  ${say('backup.ask')} `);
  terminal.close();
  if (!/^(да|д|yes|y)$/i.test(answer.trim())) throw new Explained(say('backup.leftAlone'));
}
