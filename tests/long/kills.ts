import type { Campaign } from '#/tests/support/campaign.ts';

/** kill -9 of each process of a started product, then `npm start` again: it comes up, nothing is lost, nobody is left. */
export default { name: 'kills', run: (stage) => stage.playwright(['kills.spec.ts']) } satisfies Campaign;
