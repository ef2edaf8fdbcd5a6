import type { z } from 'zod';
import type { setupState } from '#/server/users/setup/schema.ts';

export type SetupProgress = NonNullable<z.output<typeof setupState>['progress']>;
export type SetupStep = SetupProgress['done'][number];
export const setupSteps = ['admin', 'address', 'bot', 'finish'] as const satisfies readonly SetupStep[];

/** What stands on the sheet: the step asked for when it may be looked at again, else the next one; null when all is done. */
export function shownStep(progress: SetupProgress, asked: unknown): SetupStep | null {
  const again = (['address', 'bot'] as const).find((step) => step === asked);
  return again && progress.done.includes(again) ? again : progress.next;
}
