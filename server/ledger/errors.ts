/**
 * What a ledger command may be refused for; nothing is written then.
 * Amounts in params are decimal texts in the asset's own unit ("12.50" points), exact at any size.
 */
export type LedgerErrorCode =
  /** asset, have, need */
  | 'ledger_insufficient'
  /** key: it already names another effect */
  | 'ledger_key_reused'
  /** hold */
  | 'ledger_hold_unknown'
  /** hold, state */
  | 'ledger_hold_ended'
  /** hold, asset, have (what is left of it), need */
  | 'ledger_hold_exceeded'
  /** key */
  | 'ledger_transaction_unknown'
  /** key: it only moved between an owner's wallet and what is held of it */
  | 'ledger_nothing_to_reverse';
