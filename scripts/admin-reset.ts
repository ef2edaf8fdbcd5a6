import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { resetAdmin } from '#/server/users/setup/service.ts';
import { readCommandArguments } from './current-mode.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { runCommand } from './run-command.ts';
import { readRun } from './start/run-lock.ts';
import { paint } from './terminal/paint.mjs';
import { say } from './terminal/say.ts';
import { withDeps } from './with-deps.ts';

/** `npm run admin:reset [-- <login>]`: a one-time link, for the first admin or for an admin's new password. */
await runCommand(async () => {
  const { mode, rest } = readCommandArguments();
  await withDeps(mode, async (deps, target) => {
    await prepareDatabase(target);
    const reset = await resetAdmin(deps, { login: rest[0], now: deps.clock.now() });
    if (reset.kind === 'choose') {
      const logins = reset.logins.map((login) => `  npm run admin:reset -- ${login}`).join('\n');
      throw new Explained(`${say(reset.asked === null ? 'admin.several' : 'admin.unknown')}\n${logins}`);
    }
    const port = readRun('start')?.port;
    const until = reset.expiresAt.toTimeString().slice(0, 5);
    console.log(`\n  ${reset.login === null ? say('admin.first') : say('admin.newPassword', { login: reset.login })}`);
    console.log(`\n  ${paint.link(port ? `http://127.0.0.1:${port}${reset.path}` : reset.path)}`);
    console.log(`  ${paint.faint(say(port ? 'admin.once' : 'admin.onceLater', { until }))}\n`);
  });
});
