import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import type { auditEntry, auditPage, auditQuery } from './schema.ts';

type Entry = z.output<typeof auditEntry>;
interface Row {
  id: string;
  at: Date;
  action: string;
  actor_id: string | null;
  actor_name: string | null;
  subject_id: string | null;
  subject_name: string | null;
  details: Entry['details'];
  address: string;
}

/** For admins only: the procedure asks that. Newest first. */
export async function listAudit(
  { pool }: Pick<Deps, 'pool'>,
  query: z.output<typeof auditQuery>,
): Promise<z.output<typeof auditPage>> {
  const after = readCursor(query.cursor);
  const { rows } = await pool.query<Row>(
    `SELECT e.id, e.at, e.action, e.actor_id, e.subject_id, e.details, e.address,
       coalesce(a.login, nullif(a.display_name, ''), a.telegram_username, '') AS actor_name,
       coalesce(s.login, nullif(s.display_name, ''), s.telegram_username, '') AS subject_name
     FROM audit_entries e
     LEFT JOIN users a ON a.id = e.actor_id
     LEFT JOIN users s ON s.id::text = e.subject_id
     WHERE ($1::text IS NULL OR e.action = $1)
       AND ($2::uuid IS NULL OR e.actor_id = $2 OR e.subject_id = $2::text)
       AND ($3::timestamptz IS NULL OR e.at >= $3) AND ($4::timestamptz IS NULL OR e.at <= $4)
       AND ($5::timestamptz IS NULL OR (e.at, e.id) < ($5, $6::uuid))
     ORDER BY e.at DESC, e.id DESC LIMIT $7`,
    [
      query.action ?? null,
      query.userId ?? null,
      query.since ?? null,
      query.until ?? null,
      after?.at ?? null,
      after?.id ?? null,
      query.limit + 1,
    ],
  );
  const items = rows.slice(0, query.limit).map(toEntry);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > query.limit && last ? `${last.at}_${last.id}` : null };
}

function toEntry(row: Row): Entry {
  const { id, at, action, details, address } = row;
  const named = (subject: string | null, name: string | null) => (subject ? { id: subject, name: name ?? '' } : null);
  return {
    id,
    at: at.toISOString(),
    action,
    actor: named(row.actor_id, row.actor_name),
    subject: named(row.subject_id, row.subject_name),
    details,
    address,
  };
}

/** A cursor that is none starts from the beginning. */
function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return found?.[1] && found[2] && !Number.isNaN(Date.parse(found[1])) ? { at: found[1], id: found[2] } : null;
}
