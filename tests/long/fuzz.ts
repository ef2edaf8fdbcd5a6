import type { Campaign } from '#/tests/support/campaign.ts';

/** The fuzz of `npm test` ten times over, with another seed each day; a failure names the seed to run it again. */
export default {
  name: 'fuzz',
  run: (stage) => {
    const seed = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    stage.say(`20 000 hostile requests, FUZZ_SEED=${seed}`);
    return stage.vitest(['tests/security/fuzz.test.ts'], { FUZZ_INPUTS: '20000', FUZZ_SEED: seed });
  },
} satisfies Campaign;
