import { buildStep } from './steps/build-step.ts';
import { provideChromium, thisMachine } from './steps/chromium.ts';
import { e2eStep } from './steps/e2e-step.ts';
import { onlySteps } from './steps/only.ts';
import { staticSteps } from './steps/static-steps.ts';
import { runSteps, tallyLine } from './steps/step.ts';
import { provideTestServer } from './steps/test-server.ts';
import { endAll, endOnSignals } from './steps/tool.ts';
import { vitestStep } from './steps/vitest-step.ts';

/**
 * `npm test`: everything is proven. Its last line is `N passed, N failed`, whatever happened before.
 * `-- --no-install` forbids installing a browser, `-- --only=lint,types` runs some steps.
 */
endOnSignals();
const mayInstall = !process.argv.includes('--no-install');
const databaseServer = provideTestServer();
let built = false;

const everything = [
  ...staticSteps,
  vitestStep(databaseServer),
  buildStep((ok) => {
    built = ok;
  }),
  e2eStep(async () => {
    if (!built) return { reason: 'there is no build to run on' };
    const chromium = await provideChromium(thisMachine, mayInstall);
    if ('reason' in chromium) return chromium;
    return { env: { ...(await databaseServer()), CHROMIUM_PATH: chromium.path } };
  }),
];
const tally = await runSteps(onlySteps(everything, process.argv.slice(2)));
await endAll();
console.log(tallyLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
