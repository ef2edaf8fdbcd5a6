import type { z } from 'zod';
import type { JobDefinition } from './define-job.ts';

/** What a handler may know of the attempt it is. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborts when the job expires, its claim is lost or the worker stops: end soon, what is done counts as not done. */
  readonly signal: AbortSignal;
}

/** A definition with its handler. `worker/handlers.ts` is the one list of these. */
export interface HandledJob {
  readonly job: JobDefinition;
  readonly handle: (payload: unknown, run: JobRun) => Promise<void>;
}

export function handleJob<Schema extends z.ZodType>(
  job: JobDefinition<Schema>,
  handle: (payload: z.output<Schema>, run: JobRun) => Promise<void>,
): HandledJob {
  return { job, handle: handle as HandledJob['handle'] };
}

/** Thrown by a handler when another attempt cannot help: the job becomes a dead letter at once. */
export class NoUseRetrying extends Error {}
