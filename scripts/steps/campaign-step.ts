import type { Campaign, CampaignStage } from '#/tests/support/campaign.ts';
import { buildProduct } from './build-step.ts';
import { provideChromium, thisMachine } from './chromium.ts';
import { runPlaywright } from './e2e-step.ts';
import type { Step } from './step.ts';
import type { TestServer } from './test-server.ts';
import { runVitest } from './vitest-step.ts';

let build: ReturnType<typeof buildProduct> | undefined;

export function campaignStep(campaign: Campaign, databaseServer: TestServer): Step {
  const stage: CampaignStage = {
    say: (line) => console.log(`   ${line}`),
    async vitest(files, env = {}) {
      return runVitest(files, { ...(await databaseServer()), ...env });
    },
    async playwright(specs, env = {}) {
      build ??= buildProduct();
      const { ok, output } = await build;
      if (!ok) return { passed: 0, failed: 1, output };
      const chromium = await provideChromium(thisMachine, true);
      if ('reason' in chromium) return { passed: 0, failed: 1, output: chromium.reason };
      const own = { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_TESTS: 'tests/long' };
      return runPlaywright(specs, { ...(await databaseServer()), ...own, ...env });
    },
  };
  return { name: campaign.name, run: () => campaign.run(stage) };
}
