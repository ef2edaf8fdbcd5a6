'use client';
import { useMessages, useTranslations } from 'next-intl';
import { auditKey } from '#/server/texts/audit-words.ts';
import { auditActions } from '#/server/users/audit/model.ts';

/** Actions and details in words; what has none is shown as it is. */
export function useAuditWords() {
  const t = useTranslations('audit');
  const known = useMessages().audit;
  const wordOf = (action: string) => {
    const key = auditKey(action, known);
    return key ? t(key) : action;
  };
  return {
    action: wordOf,
    details(details: Readonly<Record<string, string | number | boolean | null>>): string {
      return Object.entries(details)
        .map(([name, value]) => `${name}: ${value ?? ''}`)
        .join(', ');
    },
    all: auditActions.map((action) => ({ value: action, label: wordOf(action) })),
  };
}
