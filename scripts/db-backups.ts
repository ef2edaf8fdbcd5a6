import { readCommandArguments } from './current-mode.ts';
import { describeBackup } from './database/backup/describe-backup.ts';
import { listBackups } from './database/backup/list.ts';
import { runCommand } from './run-command.ts';
import { say } from './terminal/say.ts';
import { withTarget } from './with-deps.ts';

/** `npm run db:backups`: what can be restored, newest first. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  await withTarget(mode, async ({ server }) => {
    const backups = await listBackups(server);
    if (backups.length === 0) console.log(`\n  ${say('backup.none')}\n`);
    for (const backup of backups) {
      console.log(
        `  ${backup.madeAt.toLocaleString()}  ${describeBackup(backup)}  ${say(`backup.reason.${backup.reason}`)}`,
      );
    }
  });
});
