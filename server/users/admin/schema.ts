import { z } from 'zod';
import { auditEntry } from '../audit/schema.ts';
import { isoTime, nextCursor, page, role, telegramIdText, userId } from '../schema.ts';

export const userFilters = ['all', 'active', 'blocked', 'admins', 'telegram', 'deleted'] as const;
export const userSummary = z.object({
  id: userId,
  login: z.string().max(254).nullable(),
  displayName: z.string().max(80),
  telegramId: telegramIdText.nullable(),
  telegramUsername: z.string().max(64).nullable(),
  role,
  /** An admin by ADMIN_USER_IDS: the role cannot be taken away here. */
  roleFixed: z.boolean(),
  state: z.enum(['active', 'blocked', 'deleted']),
  isDemo: z.boolean(),
  createdAt: isoTime,
  lastSeenAt: isoTime.nullable(),
});
export const userQuery = z.object({
  ...page,
  /** Part of a name or e-mail, @username, or a whole Telegram id or user id. */
  search: z.string().trim().max(100).optional(),
  filter: z.enum(userFilters).default('all'),
});
/** `total`: how many match the search and filter, counted up to 10 000. */
export const userPage = z.object({ items: z.array(userSummary).max(100), nextCursor, total: z.number().int() });
export const oneUserInput = z.object({ userId });
export const userDetail = userSummary.extend({
  blockedAt: isoTime.nullable(),
  blockedReason: z.string().max(500).nullable(),
  openSessions: z.number().int(),
  apiKeys: z.number().int(),
  recentAudit: z.array(auditEntry).max(20),
});
export const blockUserInput = z.object({ userId, reason: z.string().trim().min(3).max(500) });
export const setRoleInput = z.object({ userId, role });
