import { readEnvironment } from './environment.ts';
import { runCommand } from './run-command.ts';
import { readStartArguments } from './start/arguments.ts';
import { ensureBuild, isBuilt } from './start/build.ts';
import { startDatabase } from './start/database.ts';
import { tellFaults, tellNotes } from './start/faults.ts';
import { prepareFirstSteps } from './start/first-steps.ts';
import { type Launch, launch } from './start/launcher.ts';
import { makePlan, type Plan, placeholderUrl } from './start/plan.ts';
import { chooseAddress, reachable } from './start/port.ts';
import { productionPlans } from './start/product.ts';
import { waitUntilReady } from './start/ready.ts';
import { drawScreen } from './start/screen.ts';
import { say } from './terminal/say.ts';
import { beginStep, note } from './terminal/step.mjs';

/** `npm start`, `npm start -- --live`: everything up, one screen, one address; Ctrl-C takes everything down. */
await runCommand(async () => {
  const { mode, logs } = readStartArguments(process.argv.slice(2));
  await launch('start', mode, async (run) => {
    const plan = makePlan(mode, readEnvironment());
    tellNotes(plan);
    if (plan.faults.length > 0) await stayVisible(plan, run);
    else await start(plan, run, logs);
  });
});

async function start(plan: Plan, run: Launch, showLogs: boolean): Promise<void> {
  const environment = { ...plan.environment };
  const database = await startDatabase(plan, run.signal, () => void run.restart());
  run.atEnd(() => database.stop());
  Object.assign(environment, database.environment);
  await build(run.signal);

  const address = await chooseAddress(plan.config.http, plan.mode === 'live' && Boolean(plan.environment.PORT));
  const { web, worker, sandbox } = productionPlans(environment, address);
  const step = beginStep(say('start.product'), say('start.starting'));
  const children = [run.run(web), run.run(worker), run.run(sandbox)];
  run.lock.record({ port: address.port });
  const firstSteps = await Promise.all([
    prepareFirstSteps(environment, run.signal),
    waitUntilReady(reachable(address), {
      signal: run.signal,
      slowMs: 20_000,
      onSlow: ({ failing }) =>
        step.now(failing ? say('start.notReady', { checks: failing.join(', ') }) : say('start.noAnswer')),
    }),
  ]).then(
    ([steps]) => steps,
    (error) => {
      step.failed(null);
      throw error;
    },
  );
  step.done(say('start.running'));
  console.log(drawScreen({ mode: plan.mode, ...firstSteps }));
  const { host, port } = reachable(address);
  console.log(`Stardesk: http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  if (showLogs) for (const child of children) if (child) child.show = process.stdout;
}

async function build(signal: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  const step = beginStep(say('build.label'), say('build.stage.compiling'));
  try {
    await ensureBuild({ signal, onStage: (stage) => step.now(say(`build.stage.${stage}`)) });
    step.done(say('build.done'));
  } catch (error) {
    step.failed(null);
    throw error;
  }
}

/** With a faulty configuration only the web runs: /healthz says that it lives, /readyz that it is of no use. */
async function stayVisible(plan: Plan, run: Launch): Promise<void> {
  tellFaults(plan.faults);
  await build(run.signal);
  const address = await chooseAddress(plan.config.http, false);
  // Our own database has no address here, and that is not one of the faults.
  const { web } = productionPlans({ DATABASE_URL: placeholderUrl, ...plan.environment }, address);
  run.run(web);
  run.lock.record({ port: address.port });
  const { host, port } = reachable(address);
  note(say('start.product'), say('config.waiting', { address: `${host}:${port}` }));
}
