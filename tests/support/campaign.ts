/**
 * A campaign is a proof that takes too long for every `npm test`. Every file `tests/long/*.ts` with a default export
 * of this shape is run by `npm run test:long`; `npm run test:long -- axe` runs those whose name contains the word.
 */
export interface Campaign {
  readonly name: string;
  run(stage: CampaignStage): Promise<CampaignResult>;
}
export interface CampaignResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** Shown when something failed. */
  readonly output?: string;
}
/** The runners of `npm test`, to be used with other files or other numbers. */
export interface CampaignStage {
  /** Vitest on some files, with variables that make them go further: `stage.vitest(['server/http'], { FUZZ_INPUTS: '20000' })`. */
  vitest(files: readonly string[], env?: Readonly<Record<string, string>>): Promise<CampaignResult>;
  /** Playwright on specs beside the campaign (tests/long/**.spec.ts), against the production build. */
  playwright(specs: readonly string[], env?: Readonly<Record<string, string>>): Promise<CampaignResult>;
  say(line: string): void;
}
