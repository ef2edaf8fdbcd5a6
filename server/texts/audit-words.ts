import type { Messages } from './ru.ts';

export type AuditKey = keyof Messages['audit'];

/** The catalogue's key of an audit action; an action without words (of a room taken out again) has none. */
export function auditKey(action: string, known: Messages['audit']): AuditKey | null {
  const key = action.replaceAll('.', '_');
  return key in known ? (key as AuditKey) : null;
}
