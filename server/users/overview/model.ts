/**
 * First steps of a person: what makes the desk his own. A later room adds its step here and its fact in `data.ts`.
 * A step that cannot be taken today (linking, while the installation has no bot) is not listed.
 */
export const stepKeys = ['account', 'name', 'telegram', 'apiKey'] as const;
export type StepKey = (typeof stepKeys)[number];

export interface StepFacts {
  readonly hasName: boolean;
  readonly hasTelegram: boolean;
  readonly hasApiKey: boolean;
  readonly botExists: boolean;
}

export function firstSteps(facts: StepFacts): { key: StepKey; done: boolean }[] {
  const done: Record<StepKey, boolean> = {
    account: true,
    name: facts.hasName,
    telegram: facts.hasTelegram,
    apiKey: facts.hasApiKey,
  };
  return stepKeys
    .filter((key) => key !== 'telegram' || facts.botExists || facts.hasTelegram)
    .map((key) => ({ key, done: done[key] }));
}

/** The balances that everybody sees, had or not had; stars of Telegram accounts come with the gifts. */
export const shownAssets = ['tokens', 'checks', 'points'] as const;
