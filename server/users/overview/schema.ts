import { z } from 'zod';
import { balanceOutput } from '#/server/ledger/schema.ts';
import { isoTime } from '../schema.ts';
import { stepKeys } from './model.ts';

export const overview = z.object({
  balances: z.array(balanceOutput).max(10),
  steps: z.array(z.object({ key: z.enum(stepKeys), done: z.boolean() })).max(stepKeys.length),
  /** The last things that happened to the account, newest first. Texts: `audit.<action with _ for .>`. */
  journal: z.array(z.object({ id: z.uuid(), at: isoTime, action: z.string().max(80), byOwner: z.boolean() })).max(20),
});
export type Overview = z.output<typeof overview>;
