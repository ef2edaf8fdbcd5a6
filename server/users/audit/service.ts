import type { Tx } from '#/server/lib/db.ts';
import type { AuditAction, AuditDetails } from './model.ts';

export interface NewAuditEntry {
  readonly at: Date;
  /** Null: the machine's own command line. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly subjectId?: string;
  readonly details?: AuditDetails;
  readonly address?: string;
}

/** Inside the caller's transaction: what is not written down has not happened. */
export async function recordAudit(tx: Pick<Tx, 'auditEntry'>, entry: NewAuditEntry): Promise<void> {
  const { at, actorId, action, subjectId = null, details = {}, address = '' } = entry;
  await tx.auditEntry.create({ data: { at, actorId, action, subjectId, details, address } });
}
