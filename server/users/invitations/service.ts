import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { recordAudit } from '../audit/service.ts';
import { issueCode } from '../codes/service.ts';
import type { createdInvitation, createInvitationInput } from './schema.ts';

const dayMs = 24 * 3600 * 1000;

export async function createInvitation(
  deps: Pick<Deps, 'db' | 'config'>,
  input: z.output<typeof createInvitationInput> & { adminId: string; address: string; now: Date },
): Promise<z.output<typeof createdInvitation>> {
  const { adminId, now, address, days } = input;
  return deps.db.$transaction(async (tx) => {
    const issued = await issueCode(deps, tx, { scope: 'invitation', userId: adminId, lifeMs: days * dayMs, now });
    await recordAudit(tx, {
      at: now,
      actorId: adminId,
      action: 'invitations.created',
      subjectId: issued.id,
      details: { days },
      address,
    });
    return {
      id: issued.id,
      code: issued.code,
      path: `/register?invitation=${encodeURIComponent(issued.code)}`,
      expiresAt: issued.expiresAt.toISOString(),
    };
  });
}

export async function revokeInvitation(
  { db }: Pick<Deps, 'db'>,
  input: { invitationId: string; adminId: string; address: string; now: Date },
): Promise<Result<{ done: true }, 'not_found'>> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.linkCode.deleteMany({
      where: { id: input.invitationId, purpose: 'invitation', usedAt: null },
    });
    if (count === 0) return fail('not_found');
    await recordAudit(tx, {
      at: input.now,
      actorId: input.adminId,
      action: 'invitations.revoked',
      subjectId: input.invitationId,
      address: input.address,
    });
    return succeed({ done: true });
  });
}
