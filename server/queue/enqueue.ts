import type { SendOptions } from 'pg-boss';
import type { z } from 'zod';
import { wakeAfterCommit } from '#/server/lib/bell.ts';
import type { JobDefinition } from './define-job.ts';
import { bossDatabase, type Executor } from './executor.ts';
import { jobIdOf } from './job-id.ts';
import { deadLetterOptions, deadLetterQueue, queueChannel, queueOptionsOf, queueSchema } from './queue-options.ts';
import { withSender } from './sender.ts';

export interface EnqueueOptions {
  /** A UUID or any natural key: the same id twice is one job, for as long as `policy.keepDoneSeconds` remembers it. */
  readonly id?: string;
  readonly startAfter?: Date;
  /** What `policy.only` counts by. */
  readonly singletonKey?: string;
}
export type Enqueued =
  | { readonly kind: 'queued'; readonly id: string }
  /** This id, or another job of this singletonKey, is there already. */
  | { readonly kind: 'already-there' };

/**
 * Puts a job into the caller's transaction: it exists when that commits, and never if it does not.
 * Given the pool or the client itself, it commits at once. Works in the web as well as in the worker.
 */
export async function enqueue<Schema extends z.ZodType>(
  executor: Executor,
  job: JobDefinition<Schema>,
  payload: z.input<Schema>,
  options: EnqueueOptions = {},
): Promise<Enqueued> {
  if (options.singletonKey !== undefined && job.policy.only === 'any') {
    throw new Error(`job ${job.name}: singletonKey does nothing without policy.only`);
  }
  job.payload.parse(payload);
  const database = bossDatabase(executor);
  const { id, startAfter, singletonKey } = options;
  const send: SendOptions = {
    db: database,
    ...(id !== undefined && { id: jobIdOf(id) }),
    ...(startAfter && { startAfter }),
    ...(singletonKey !== undefined && { singletonKey }),
  };
  return withSender(database, async (boss) => {
    // A worker makes the queues when it starts. Where none has run yet, or the transaction that made one was rolled
    // back, the insert finds no queue: made here, in the same transaction.
    for (let tries = 0; ; tries++) {
      const sentId = await boss.send(job.name, payload as object, send).catch((error: unknown) => {
        if (error instanceof Error && /^Queue .* does not exist$/.test(error.message)) return null;
        throw error;
      });
      if (sentId !== null) {
        wakeAfterCommit(executor, queueChannel, job.name);
        return { kind: 'queued', id: sentId };
      }
      if (await queueExists(database, job.name)) return { kind: 'already-there' };
      if (tries > 0) throw new Error(`job ${job.name}: its queue cannot be made`);
      await createQueue(database, job);
    }
  });
}

type Database = ReturnType<typeof bossDatabase>;

async function queueExists(database: Database, name: string): Promise<boolean> {
  const { rows } = await database.executeSql(`SELECT 1 FROM ${queueSchema}.queue WHERE name = $1`, [name]);
  return rows.length > 0;
}

/** By the function itself: PgBoss.createQueue opens a transaction of its own, which would end the caller's. */
async function createQueue(database: Database, job: JobDefinition): Promise<void> {
  for (const [name, options] of [
    [deadLetterQueue, deadLetterOptions] as const,
    [job.name, queueOptionsOf(job)] as const,
  ]) {
    await database.executeSql(`SELECT ${queueSchema}.create_queue($1, $2::text::jsonb)::text`, [
      name,
      JSON.stringify(options),
    ]);
  }
}
