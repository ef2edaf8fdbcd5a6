import { readCommandArguments } from './current-mode.ts';
import { makeBackup } from './database/backup/backup.ts';
import { describeBackup } from './database/backup/describe-backup.ts';
import { runCommand } from './run-command.ts';
import { say } from './terminal/say.ts';
import { beginStep } from './terminal/step.mjs';
import { withTarget } from './with-deps.ts';

/** `npm run db:backup`: a restorable copy of the database, also while it is in use. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  await withTarget(mode, async (target) => {
    const step = beginStep(say('backup.label'), say('backup.making', { database: target.name }));
    try {
      const backup = await makeBackup(target, 'manual');
      step.done(describeBackup(backup));
    } catch (error) {
      step.failed(null);
      throw error;
    }
    console.log(`\n  ${say('backup.keysApart')}`);
  });
});
