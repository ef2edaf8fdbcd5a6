/** A worker to be killed: takes one job and never ends it. `node queue-victim.ts DATABASE_URL JOB HEARTBEAT_SECONDS` */
import { z } from 'zod';
import { MovableClock } from '#/server/lib/clock.ts';
import { openDatabase } from '#/server/lib/db.ts';
import { createLog } from '#/server/lib/log.ts';
import { readConfig } from '#/server/lib/read-config.ts';
import { defineJob } from '#/server/queue/define-job.ts';
import { handleJob } from '#/server/queue/handle-job.ts';
import { startQueue } from '#/server/queue/start-queue.ts';

const [, , url = '', name = '', heartbeatSeconds = '20'] = process.argv;
const { config } = readConfig({ DATABASE_URL: url, SECRET_KEY: 'x'.repeat(32), LOG_LEVEL: 'silent' }, () => '');
const { pool } = openDatabase(config.database, 'stardesk-victim');
const job = defineJob({ name, payload: z.object({}), policy: { heartbeatSeconds: Number(heartbeatSeconds) } });
const keepAlive = handleJob(job, () => {
  process.stdout.write('taken\n');
  return new Promise(() => {});
});
await startQueue({ config, pool, clock: new MovableClock(), log: createLog(config, 'worker') }, [keepAlive]);
