'use client';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { auditEntry } from '#/server/users/audit/schema.ts';
import { useAuditWords } from './use-audit-words.ts';

export type AuditEntry = z.output<typeof auditEntry>;

/** A short list, for a person's page. */
export function AuditRows({ entries, empty }: { entries: readonly AuditEntry[]; empty: string }) {
  const t = useTranslations('admin.audit');
  const words = useAuditWords();
  if (entries.length === 0) return <p className="text-muted p-4">{empty}</p>;
  return entries.map((entry) => (
    <div key={entry.id} className="row">
      <div className="row-text">
        <p className="row-title">{words.action(entry.action)}</p>
        <p>
          {entry.actor ? entry.actor.name : t('machine')}
          {entry.address && <span className="mono"> · {entry.address}</span>}
        </p>
      </div>
      <span className="text-muted text-13">
        <TimeAgo at={entry.at} />
      </span>
    </div>
  ));
}
