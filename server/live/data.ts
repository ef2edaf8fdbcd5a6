import type { Database } from '#/server/lib/db.ts';
import { formatPlace, type LiveEvent, type Place, type Reader } from './model.ts';

type Pool = Pick<Database['pool'], 'query'>;

export interface LiveBatch {
  readonly place: Place;
  readonly events: readonly LiveEvent[];
}
/** More than this are not told one by one: who missed so much fetches anew. */
export const catchUpLimit = 500;

const columns = `id::text, user_id AS "userId", audience, topic, payload::text AS payload`;
const notSeenBy = (parameter: string) => `transaction_id >= pg_snapshot_xmin(${parameter}::pg_snapshot)::text::bigint
  AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, ${parameter}::pg_snapshot)`;

/** One statement sees one snapshot: the events and the place after them belong together. */
export async function readAfter(pool: Pool, epoch: string, place: Place | null): Promise<LiveBatch> {
  const { rows } = await pool.query(
    `SELECT pg_current_snapshot()::text AS snapshot, floor(extract(epoch FROM clock_timestamp()))::float8 AS "takenAt", event.*
     FROM (SELECT 1) AS once LEFT JOIN LATERAL (
       SELECT ${columns} FROM live_events
       WHERE $1::text IS NOT NULL AND ${notSeenBy('$1')}
     ) AS event ON true ORDER BY event.id::bigint`,
    [place?.snapshot ?? null],
  );
  const [first] = rows;
  return {
    place: { epoch, takenAtSeconds: first.takenAt, snapshot: first.snapshot },
    events: rows.filter((row) => row.id !== null),
  };
}

/** What one reader missed between two places; null when it is more than can be told. */
export async function readBetween(
  pool: Pool,
  reader: Reader,
  from: Place,
  until: Place,
): Promise<readonly LiveEvent[] | null> {
  const { rows } = await pool.query<LiveEvent>(
    `SELECT ${columns} FROM live_events
     WHERE ${notSeenBy('$1')} AND pg_visible_in_snapshot(transaction_id::text::xid8, $2::pg_snapshot)
       AND (user_id = $3 OR audience = 'everybody' OR (audience = 'admins' AND $4))
     ORDER BY live_events.id LIMIT $5`,
    [from.snapshot, until.snapshot, reader.userId, reader.isAdmin, catchUpLimit + 1],
  );
  return rows.length > catchUpLimit ? null : rows;
}

/**
 * What names this database and no other: a copy restored beside it, or an import elsewhere, has another past.
 * pg_control_system() may be closed to us on a managed server; the database's number alone must do then.
 */
export async function readEpoch(pool: Pool): Promise<string> {
  const digest = (cluster: string) =>
    pool.query<{ epoch: string }>(
      `SELECT substr(md5(${cluster} || '/' || oid), 1, 12) AS epoch FROM pg_database WHERE datname = current_database()`,
    );
  const { rows } = await digest(`(SELECT system_identifier FROM pg_control_system())`).catch((error) => {
    if (error instanceof Error && /permission denied/.test(error.message)) return digest(`''`);
    throw error;
  });
  return rows[0]?.epoch ?? '000000000000';
}

/** By the database's own time, as places are: a moved clock of ours must not make events vanish before their places. */
export async function forgetOldEvents(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(`DELETE FROM live_events WHERE created_at < now() - interval '25 hours'`);
  return rowCount ?? 0;
}

/** Where a page stands that is rendered now: its stream begins there, and nothing falls between the two. */
export async function livePlace(pool: Pool): Promise<string> {
  const epoch = await readEpoch(pool);
  return formatPlace((await readAfter(pool, epoch, null)).place);
}
