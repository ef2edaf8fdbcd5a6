import type { Campaign } from '#/tests/support/campaign.ts';

/** Every screen in both themes, both languages, on a desk and on a phone: nothing for axe to find. */
export default {
  name: 'axe-matrix',
  run: (stage) => stage.playwright(['tests/long/axe-matrix.spec.ts']),
} satisfies Campaign;
