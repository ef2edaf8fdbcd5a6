import { z } from 'zod';

export const adminLinkLifeMs = 30 * 60 * 1000;
export const setupSteps = ['admin', 'address', 'bot', 'finish'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** How far the set-up has come: the setting `setup.progress`. */
export const setupProgress = z.object({
  /** Whose set-up it is. Null: the next admin who opens it. */
  adminId: z.uuid().nullable(),
  addressConfirmed: z.boolean(),
  botSkipped: z.boolean(),
  finished: z.boolean(),
});
export type SetupProgress = z.infer<typeof setupProgress>;
export const nothingDone: SetupProgress = {
  adminId: null,
  addressConfirmed: false,
  botSkipped: false,
  finished: false,
};

export function doneSteps(progress: SetupProgress, hasBot: boolean): SetupStep[] {
  const done: Record<SetupStep, boolean> = {
    admin: true,
    address: progress.addressConfirmed,
    bot: hasBot || progress.botSkipped,
    finish: progress.finished,
  };
  return setupSteps.filter((step) => done[step]);
}

/** Where to go on. */
export function nextStep(done: readonly SetupStep[]): SetupStep | null {
  return setupSteps.find((step) => !done.includes(step)) ?? null;
}
