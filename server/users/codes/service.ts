import { createHmac, randomBytes } from 'node:crypto';
import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { deriveSubkey } from '#/server/lib/envelope.ts';
import { type CodeScope, codePolicies, normalizeCode, spellCode } from './model.ts';

type CodeDeps = Pick<Deps, 'config'>;
export interface IssuedCode {
  readonly id: string;
  /** Known only here and now: the row keeps a digest. */
  readonly code: string;
  readonly expiresAt: Date;
}

export async function issueCode(
  deps: CodeDeps,
  tx: Pick<Tx, 'linkCode'>,
  input: { scope: CodeScope; userId: string | null; lifeMs: number; now: Date },
): Promise<IssuedCode> {
  const policy = codePolicies[input.scope];
  const code = spellCode(randomBytes(policy.length), policy);
  const expiresAt = new Date(input.now.getTime() + input.lifeMs);
  const { id } = await tx.linkCode.create({
    data: {
      purpose: policy.purpose,
      digest: digestOf(deps, input.scope, code),
      userId: input.userId,
      createdAt: input.now,
      expiresAt,
    },
    select: { id: true },
  });
  return { id, code, expiresAt };
}

/** Uses the code up. Of several at once one wins; the others get null, like those whose code never was. */
export async function takeCode(
  deps: CodeDeps,
  tx: Pick<Tx, 'linkCode'>,
  input: { scope: CodeScope; code: string; now: Date },
): Promise<{ id: string; userId: string | null } | null> {
  const [taken] = await tx.linkCode.updateManyAndReturn({
    where: { digest: digestOf(deps, input.scope, input.code), usedAt: null, expiresAt: { gt: input.now } },
    data: { usedAt: input.now },
    select: { id: true, userId: true },
  });
  return taken ?? null;
}

/** Looks without using up. */
export async function findCode(
  deps: CodeDeps,
  db: Pick<Tx, 'linkCode'>,
  input: { scope: CodeScope; code: string; now: Date },
): Promise<{ id: string; userId: string | null; expiresAt: Date } | null> {
  return db.linkCode.findFirst({
    where: { digest: digestOf(deps, input.scope, input.code), usedAt: null, expiresAt: { gt: input.now } },
    select: { id: true, userId: true, expiresAt: true },
  });
}

function digestOf({ config }: CodeDeps, scope: CodeScope, code: string): string {
  return createHmac('sha256', deriveSubkey(config.secretKey, 'one-time codes'))
    .update(`${scope}:${normalizeCode(code)}`)
    .digest('base64url');
}
