import { readCommandArguments } from './current-mode.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { runCommand } from './run-command.ts';
import { say } from './terminal/say.ts';
import { beginStep, note } from './terminal/step.mjs';
import { withTarget } from './with-deps.ts';

/** `npm run db:migrate`: what `npm start` does to the database, for containers and units that start the parts themselves. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  await withTarget(mode, async (target) => {
    const step = beginStep(say('postgres.label'), say('start.database.migrating'));
    try {
      const { applied, backup, wall } = await prepareDatabase(target);
      step.done(
        `${target.name}, ${say('start.database.applied', { count: applied.length })}, ${say(`database.wall.${wall}`)}`,
      );
      if (backup) note(say('postgres.label'), say('start.database.copied', { name: backup.name }));
    } catch (error) {
      step.failed(null);
      throw error;
    }
  });
});
