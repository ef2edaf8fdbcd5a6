import { z } from 'zod';
import { apiScope, isoTime } from '../schema.ts';

export const apiKeySummary = z.object({
  id: z.uuid(),
  name: z.string().max(80),
  /** The key's first characters: enough to recognise it. */
  prefix: z.string().max(16),
  scopes: z.array(apiScope).max(3),
  createdAt: isoTime,
  lastUsedAt: isoTime.nullable(),
});
export const apiKeyList = z.object({ items: z.array(apiKeySummary).max(50), max: z.number().int() });
export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(apiScope).min(1).max(3),
});
/** `key` is shown this once; only its digest is kept. */
export const createdApiKey = z.object({ key: z.string().max(64), summary: apiKeySummary });
export const revokeApiKeyInput = z.object({ keyId: z.uuid() });
