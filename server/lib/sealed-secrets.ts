import type { Db, Tx } from './db.ts';
import type { Envelopes } from './envelope.ts';
import { sealedAt, sealedColumns } from './sealed-places.ts';
import type { Secret } from './secret.ts';
import { uuidV7 } from './uuid.ts';

/** A secret is named by its owner and its kind (`bot_token`): one of a kind each. */
export interface SecretName {
  readonly ownerId: string;
  readonly kind: string;
}
interface Deps {
  readonly envelopes: Envelopes;
}
const placeOf = ({ ownerId, kind }: SecretName) => sealedAt(sealedColumns.secrets, { row: kind, owner: ownerId });

/** Takes the place of what was there. */
export async function storeSecret(
  { envelopes }: Deps,
  tx: Tx,
  { ownerId, kind, secret, now }: SecretName & { secret: Secret; now: Date },
): Promise<void> {
  const envelope = envelopes.seal(secret, placeOf({ ownerId, kind }));
  await tx.$executeRaw`
    INSERT INTO sealed_secrets (id, owner_id, kind, envelope, created_at, updated_at)
    VALUES (${uuidV7(now.getTime())}::uuid, ${ownerId}::uuid, ${kind}, ${envelope}, ${now}, ${now})
    ON CONFLICT (owner_id, kind) DO UPDATE SET envelope = excluded.envelope, updated_at = excluded.updated_at`;
}

/** Null: there is none. Throws `EnvelopeShut` when there is one that does not open. */
export async function readSecret({ envelopes }: Deps, db: Db | Tx, name: SecretName): Promise<Secret | null> {
  const { ownerId, kind } = name;
  const row = await db.sealedSecret.findUnique({
    where: { ownerId_kind: { ownerId, kind } },
    select: { envelope: true },
  });
  return row && envelopes.open(row.envelope, placeOf(name));
}

/** False: there was none. */
export async function deleteSecret(tx: Tx, { ownerId, kind }: SecretName): Promise<boolean> {
  const { count } = await tx.sealedSecret.deleteMany({ where: { ownerId, kind } });
  return count > 0;
}
