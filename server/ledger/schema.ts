import { z } from 'zod';
import { assets } from '#/server/lib/money.ts';

/** Where a statement goes on: a place in each wallet (`stars:41.tokens:7`), as `entriesOf` gave it. */
export const statementCursor = z
  .string()
  .max(200)
  .regex(new RegExp(`^((${assets.join('|')}):\\d{1,19}(\\.|$)){1,${assets.length}}$`));

export const statementInput = z.object({
  asset: z.enum(assets).optional(),
  cursor: statementCursor.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type StatementInput = z.input<typeof statementInput>;

/** Amounts travel as decimal texts of the smallest unit. */
export const amountText = z.string().regex(/^-?\d{1,19}$/);
export const balanceOutput = z.object({ asset: z.enum(assets), free: amountText, held: amountText });
export const statementEntryOutput = z.object({
  asset: z.enum(assets),
  amount: amountText,
  balanceAfter: amountText,
  kind: z.string().max(64),
  note: z.string().max(500),
  at: z.iso.datetime(),
});
