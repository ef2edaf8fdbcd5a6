import type { Tx } from '#/server/lib/db.ts';
import type { Result } from '#/server/lib/errors.ts';

/** A person, as rooms find what belongs to him. */
export interface Owner {
  readonly userId: string;
  readonly telegramId: bigint | null;
}

/**
 * What a room holds of people. Every room with such rows says so in `server/owned-data.ts`;
 * a room that forgets would keep personal data after "delete my account", and a test looks for that.
 */
export interface OwnedData {
  readonly room: string;
  /** Everything of the owner that a person may carry away, JSON-ready (bigint as text). No secrets. */
  export(db: Tx, owner: Owner): Promise<Record<string, unknown>>;
  /** Runs inside the deletion: personal data, secrets, tokens. What others depend on stays without a name. */
  erase(tx: Tx, owner: Owner): Promise<void>;
  /** Runs inside the joining of two accounts of one person: what was `from`'s becomes `to`'s. */
  adopt(tx: Tx, from: Owner, to: Owner, now: Date): Promise<Result<void, 'link_holds_open'>>;
}
