import { stopUnlessUsed } from '#/scripts/database/embedded/stop-server.ts';

/**
 * Stops PostgreSQL when the launcher was killed and could not. Started beside it: `keeper.ts <users' lock> <data>`.
 * Standard input is the launcher's; it ends with `done` when everything was stopped in order.
 */
const [usersLock = '', data = ''] = process.argv.slice(2);
/** Web and worker are leaving meanwhile; and a new start may take the server over as it is. */
const patienceMs = 4000;

let said = '';
for await (const chunk of process.stdin) said += String(chunk);
if (!said.includes('done')) {
  await new Promise((resolve) => setTimeout(resolve, patienceMs));
  // Whoever uses the server now stops it later.
  await stopUnlessUsed(usersLock, { data });
}
