import { staticSteps } from './steps/static-steps.ts';
import { runSteps, tallyLine } from './steps/step.ts';
import { provideTestServer } from './steps/test-server.ts';
import { endAll, endOnSignals } from './steps/tool.ts';
import { vitestStep } from './steps/vitest-step.ts';

/** `npm run check`: the fast half of `npm test`, without build and browser. */
endOnSignals();
const tally = await runSteps([...staticSteps, vitestStep(provideTestServer())]);
await endAll();
console.log(tallyLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
