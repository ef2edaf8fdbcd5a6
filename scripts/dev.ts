import { Explained } from './bootstrap/explained.mjs';
import { readEnvironment } from './environment.ts';
import { project } from './project.ts';
import { runCommand } from './run-command.ts';
import type { Child } from './start/child.ts';
import { startDatabase } from './start/database.ts';
import { tellFaults, tellNotes } from './start/faults.ts';
import { prepareFirstSteps } from './start/first-steps.ts';
import { launch } from './start/launcher.ts';
import { makePlan } from './start/plan.ts';
import { chooseAddress, reachable } from './start/port.ts';
import { sandboxPlan, workerPlan } from './start/product.ts';
import { waitUntilReady } from './start/ready.ts';
import { drawScreen } from './start/screen.ts';
import { watchSources } from './start/watch-sources.ts';
import { LineLabels } from './terminal/line-labels.ts';
import { say } from './terminal/say.ts';
import { beginStep } from './terminal/step.mjs';

/** `npm run dev`: pages that change as you type, a worker that starts anew when its code changes, a database of its own. */
await runCommand(() =>
  launch('dev', 'dev', async (run) => {
    const plan = makePlan('dev', readEnvironment());
    tellNotes(plan);
    if (plan.faults.length > 0) {
      tellFaults(plan.faults);
      throw new Explained('');
    }
    const database = await startDatabase(plan, run.signal, () => void run.restart());
    run.atEnd(() => database.stop());
    const environment = { ...plan.environment, ...database.environment };
    const address = await chooseAddress(plan.config.http, false);
    const { host, port } = reachable(address);
    const step = beginStep(say('start.product'), say('start.starting'));
    const children = [
      run.run({
        name: 'web',
        args: [
          project.inRoot('node_modules/next/dist/bin/next'),
          'dev',
          '--hostname',
          address.host,
          '--port',
          `${port}`,
        ],
        environment: { ...environment, HOST: address.host, PORT: String(port) },
        graceMs: 3000,
      }),
      run.run(workerPlan(environment)),
      run.run(sandboxPlan(environment)),
    ].filter((child): child is Child => child !== null);
    run.lock.record({ port });
    const firstSteps = await prepareFirstSteps(environment, run.signal);
    await waitUntilReady(
      { host, port },
      {
        signal: run.signal,
        slowMs: 20_000,
        onSlow: () => step.now(say('start.noAnswer')),
      },
    );
    step.done(say('start.running'));
    console.log(drawScreen({ mode: 'dev', ...firstSteps }));
    console.log(`Stardesk: http://${host}:${port}`);
    for (const child of children) child.show = new LineLabels(child.plan.name, process.stdout);
    watchSources(
      ['server', 'worker'],
      run.signal,
      () => void children.find(({ plan: { name } }) => name === 'worker')?.renew(),
    );
  }),
);
