import { z } from 'zod';

const isoTime = z.iso.datetime().max(40);

/** How the installation feels, for admins: the checks of /readyz, who works, what waits. */
export const systemStatus = z.object({
  version: z.string().max(40),
  ready: z.boolean(),
  checks: z
    .array(
      z.object({
        name: z.enum(['configuration', 'database', 'migrations', 'queue', 'worker']),
        ok: z.boolean(),
        seen: z.record(z.string().max(40), z.union([z.string(), z.number(), z.array(z.string()).max(1000), z.null()])),
      }),
    )
    .max(10),
  workers: z
    .array(
      z.object({
        id: z.uuid(),
        role: z.string().max(40),
        host: z.string().max(255),
        pid: z.number().int(),
        version: z.string().max(40),
        startedAt: isoTime,
        beatAt: isoTime,
        live: z.boolean(),
      }),
    )
    .max(100),
  queues: z
    .array(
      z.object({
        queue: z.string().max(100),
        queued: z.number().int(),
        deferred: z.number().int(),
        active: z.number().int(),
        failed: z.number().int(),
        oldestSeconds: z.number(),
      }),
    )
    .max(1000),
});

/** Jobs that were given up after their last attempt, newest first. */
export const deadLetterList = z.object({
  items: z
    .array(
      z.object({
        id: z.uuid(),
        queue: z.string().max(100),
        message: z.string().max(500),
        attempts: z.number().int(),
        enqueuedAt: isoTime,
        diedAt: isoTime,
      }),
    )
    .max(100),
});
export const deadLetterIds = z.object({ ids: z.array(z.uuid()).min(1).max(100) });
export const deadLettersMoved = z.object({ count: z.number().int() });
