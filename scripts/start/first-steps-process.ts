import { composeScript } from '#/server/compose.script.ts';
import { environment } from '#/server/env.ts';
import { seedDemo } from '#/server/users/demo/service.ts';
import { issueAdminLink } from '#/server/users/setup/service.ts';
import type { FirstSteps } from './first-steps.ts';

/** Run once at every start: seeds the demo, issues the first admin's link, says both as JSON. */
const { config, faults } = environment();
if (faults.length > 0) throw new Error(`configuration: ${faults.map(({ variable }) => variable).join(', ')}`);
const { deps, close } = composeScript(config, process.stderr);
try {
  const now = deps.clock.now();
  const demo = config.mode === 'demo' ? await seedDemo(deps, { now }) : null;
  const link = await issueAdminLink(deps, { now });
  const steps: FirstSteps = {
    demo,
    adminPath: link.path,
    adminUntil: link.path === null ? null : link.expiresAt.toISOString(),
  };
  process.stdout.write(JSON.stringify(steps));
} finally {
  await close();
}
