import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { publish } from '#/server/live/service.ts';
import { recordAudit } from '../audit/service.ts';
import { sessionLifeMs, userAgentMax } from './model.ts';

/** Where a person signs in from. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
}
export interface OpenedSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

/** `replaces`: the session this browser still held; two rows for one browser would puzzle its owner. */
export async function openSession(
  tx: Pick<Tx, 'session' | 'auditEntry'>,
  input: { userId: string; origin: Origin; replaces: string | null; by: string; now: Date },
): Promise<OpenedSession> {
  const { userId, origin, now } = input;
  const expiresAt = new Date(now.getTime() + sessionLifeMs);
  if (input.replaces) {
    await tx.session.updateMany({ where: { id: input.replaces, userId, endedAt: null }, data: { endedAt: now } });
  }
  const row = await tx.session.create({
    data: {
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent: origin.userAgent.slice(0, userAgentMax),
      address: origin.address,
    },
    select: { id: true },
  });
  await recordAudit(tx, {
    at: now,
    actorId: userId,
    action: 'users.signed_in',
    subjectId: userId,
    details: { by: input.by },
    address: origin.address,
  });
  return { sessionId: row.id, userId, expiresAt };
}

/** Ends every session of a person but `except`. The rows stay until they are swept: an ended cookie is known again. */
export async function endSessionsOf(
  tx: Pick<Tx, 'session' | '$executeRaw'>,
  input: { userId: string; except?: string | null; now: Date },
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      userId: input.userId,
      endedAt: null,
      expiresAt: { gt: input.now },
      ...(input.except ? { id: { not: input.except } } : {}),
    },
    data: { endedAt: input.now },
  });
  if (count > 0) await tellEnd(tx, input.userId);
  return count;
}

/** Open pages of the person ask again who they are. */
async function tellEnd(tx: Pick<Tx, '$executeRaw'>, userId: string): Promise<void> {
  await publish(tx, { to: { userId }, topic: 'session.ended', payload: {} });
}

/** One other browser, or this one. */
export async function endSession(
  { db }: Pick<Deps, 'db'>,
  input: { ownerId: string; sessionId: string; address: string; now: Date },
): Promise<Result<{ ended: number }, 'not_found'>> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, userId: input.ownerId, endedAt: null },
      data: { endedAt: input.now },
    });
    if (count === 0) return fail('not_found');
    await tellEnd(tx, input.ownerId);
    await auditEnd(tx, input, count);
    return succeed({ ended: count });
  });
}

/** "Sign out everywhere"; with `keep` everywhere else. */
export async function endAllSessions(
  { db }: Pick<Deps, 'db'>,
  input: { ownerId: string; keep: string | null; address: string; now: Date },
): Promise<Result<{ ended: number }, never>> {
  return db.$transaction(async (tx) => {
    const ended = await endSessionsOf(tx, { userId: input.ownerId, except: input.keep, now: input.now });
    if (ended > 0) await auditEnd(tx, input, ended);
    return succeed({ ended });
  });
}

/** Leaving by «Выйти». A cookie that ended already leaves nothing to do. */
export async function signOut(
  { db }: Pick<Deps, 'db'>,
  input: { userId: string; sessionId: string; address: string; now: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { userId, now, address } = input;
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, userId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) return;
    await tellEnd(tx, userId);
    await recordAudit(tx, { at: now, actorId: userId, action: 'users.signed_out', subjectId: userId, address });
  });
}

async function auditEnd(
  tx: Pick<Tx, 'auditEntry'>,
  { ownerId, address, now }: { ownerId: string; address: string; now: Date },
  ended: number,
): Promise<void> {
  await recordAudit(tx, {
    at: now,
    actorId: ownerId,
    action: 'sessions.ended',
    subjectId: ownerId,
    details: { ended },
    address,
  });
}
