/** Counting stops here: beyond it nobody wants the number, only a better search. */
export const countedUsersMax = 10_000;
export const openAuditMax = 20;

/** Text for ILIKE that means itself. */
export function likePattern(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
