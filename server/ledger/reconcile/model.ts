/**
 * Words of the proof that the books are right: everything that is kept beside the journal, computed from it anew.
 * - difference: a place where what is kept and what the journal says are not the same.
 */
export const proofs = [
  /** an account's cached balance is the sum of its entries */
  'balance',
  /** an account's entries are numbered 1, 2, 3 without gaps, up to its last sequence */
  'sequence',
  /** each entry's balance is the sum of the entries up to it */
  'running_balance',
  /** no wallet and no held amount was ever below zero */
  'below_zero',
  /** each transaction sums to zero in each asset */
  'unbalanced',
  /** each transaction has entries */
  'empty_transaction',
  /** what is held of an owner is what the open holds have left */
  'held',
  /** what is left of each hold is what its transactions left there */
  'hold',
  /** a reversal is the exact opposite of its original (what a capture took goes back to the wallet) */
  'reversal',
] as const;
export type Proof = (typeof proofs)[number];

export interface Difference {
  readonly proof: Proof;
  /** The account, transaction or hold, in words that a query can use. */
  readonly where: string;
  /** By the journal. */
  readonly expected: bigint;
  readonly found: bigint;
}
export interface ReconcileReport {
  readonly accounts: bigint;
  readonly transactions: bigint;
  readonly entries: bigint;
  readonly holds: bigint;
  readonly differenceCount: number;
  /** At most 100 of each proof. */
  readonly differences: readonly Difference[];
  readonly tookMs: number;
}
export const mostOfEachProof = 100;
