import type { Campaign } from '#/tests/support/campaign.ts';
import { campaignStep } from './steps/campaign-step.ts';
import { loadModules } from './steps/load-modules.ts';
import { runSteps, tallyLine } from './steps/step.ts';
import { provideTestServer } from './steps/test-server.ts';
import { endAll, endOnSignals } from './steps/tool.ts';

/** `npm run test:long [-- words of names]`: the campaigns of tests/long, one after another. */
endOnSignals();
const filter = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const campaigns = await loadModules<Campaign>('tests/long', filter);
const databaseServer = provideTestServer();

const tally = await runSteps(campaigns.map((campaign) => campaignStep(campaign, databaseServer)));
await endAll();
console.log(tallyLine(tally));
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
