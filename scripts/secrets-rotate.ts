import { rotateSecrets } from '#/server/lib/sealed-rotation.ts';
import { readCommandArguments } from './current-mode.ts';
import { runCommand } from './run-command.ts';
import { paint } from './terminal/paint.mjs';
import { say } from './terminal/say.ts';
import { withDeps } from './with-deps.ts';

/** `npm run secrets:rotate`: seals everything anew with the first key of SECRET_KEY. May be killed and run again. */
await runCommand(async () => {
  const { mode } = readCommandArguments();
  const rotations = await withDeps(mode, (deps) => {
    console.log(`\n  ${say('seals.key', { id: deps.envelopes.currentKeyId })}`);
    return rotateSecrets(deps);
  });
  for (const { column, resealed, current, shut } of rotations) {
    console.log(`  ${column}  ${say('seals.done', { resealed, current })}`);
    for (const { owner, row, reason, keyId } of shut) {
      console.log(`  ${paint.bad(say(`seals.shut.${reason}`, { place: `${owner} ${row}`, id: keyId ?? '' }))}`);
    }
  }
  const left = rotations.reduce((sum, { shut }) => sum + shut.length, 0);
  console.log(`\n  ${left === 0 ? say('seals.allCurrent') : paint.bad(say('seals.left', { left }))}\n`);
  if (left > 0) process.exitCode = 1;
});
