import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#/tests/support/database.ts';
import {
  answerKey,
  type Claim,
  claimKey,
  claimLeaseMs,
  forgetOldReplies,
  keepRepliesMs,
  releaseKey,
} from './idempotency.ts';

const { deps } = await testDatabase();
const claimAt = (nowMs: number, more: Partial<Claim> = {}): Claim => ({
  ownerId: randomUUID(),
  key: 'order-1',
  requestHash: 'hash',
  now: new Date(nowMs),
  ...more,
});
const start = Date.UTC(2026, 10, 20);

describe('a key', () => {
  it('is claimed by exactly one of many that come at once', async () => {
    const claim = claimAt(start);
    const claims = await Promise.all(Array.from({ length: 30 }, () => claimKey(deps, claim, false)));
    expect(claims.filter(({ kind }) => kind === 'run')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'in_progress')).toHaveLength(29);
  });
  it('gives the first answer to every repeat', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, false);
    await answerKey(deps, claim, { status: 200, body: '{"id":"7"}' }, claim.now);
    const again = { ...claim, now: new Date(start + 60_000) };
    expect(await claimKey(deps, again, false)).toEqual({ kind: 'replay', reply: { status: 200, body: '{"id":"7"}' } });
  });
  it('refuses another request, answered or not', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, false);
    expect(await claimKey(deps, { ...claim, requestHash: 'other' }, false)).toEqual({ kind: 'mismatch' });
    await answerKey(deps, claim, { status: 200, body: '{}' }, claim.now);
    expect(await claimKey(deps, { ...claim, requestHash: 'other' }, true)).toEqual({ kind: 'mismatch' });
  });
  it('is its owner’s alone', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, false);
    expect(await claimKey(deps, { ...claim, ownerId: randomUUID() }, false)).toEqual({ kind: 'run' });
  });
  it('is never run again by itself after a crash in between: it says that it does not know', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, false);
    const soon = { ...claim, now: new Date(start + claimLeaseMs - 1) };
    const late = { ...claim, now: new Date(start + claimLeaseMs + 1) };
    expect(await claimKey(deps, soon, false)).toEqual({ kind: 'in_progress' });
    expect(await claimKey(deps, late, false)).toEqual({ kind: 'unknown' });
  });
  it('is taken over once after a crash where running twice is harmless', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, true);
    const late = { ...claim, now: new Date(start + claimLeaseMs + 1) };
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimKey(deps, late, true)));
    expect(claims.filter(({ kind }) => kind === 'run')).toHaveLength(1);
    // The first process wakes up after all: its answer is not the one that counts any more.
    await answerKey(deps, claim, { status: 500, body: 'late' }, late.now);
    expect(await claimKey(deps, { ...late, now: new Date(late.now.getTime() + 1) }, true)).toEqual({
      kind: 'in_progress',
    });
  });
  it('is free again after 24 hours, and after a release', async () => {
    const claim = claimAt(start);
    await claimKey(deps, claim, false);
    await answerKey(deps, claim, { status: 200, body: '{}' }, claim.now);
    const nextDay = { ...claim, requestHash: 'other', now: new Date(start + keepRepliesMs + 1) };
    expect(await claimKey(deps, nextDay, false)).toEqual({ kind: 'run' });
    await releaseKey(deps, nextDay);
    expect(await claimKey(deps, { ...nextDay, requestHash: 'third' }, false)).toEqual({ kind: 'run' });
  });
});

describe('kept replies', () => {
  it('lie sealed, bound to their owner', async () => {
    const claim = claimAt(start, { key: 'sealed' });
    await claimKey(deps, claim, false);
    await answerKey(deps, claim, { status: 200, body: 'canary-of-a-reply' }, claim.now);
    const { rows } = await deps.pool.query("SELECT body FROM idempotent_replies WHERE key = 'sealed'");
    expect(rows[0].body).toMatch(/^v1\./);
    await deps.pool.query(
      "UPDATE idempotent_replies SET owner_id = gen_random_uuid() WHERE key = 'sealed' RETURNING owner_id",
    );
    const moved = await deps.pool.query("SELECT owner_id FROM idempotent_replies WHERE key = 'sealed'");
    expect(await claimKey(deps, { ...claim, ownerId: moved.rows[0].owner_id }, false)).toEqual({ kind: 'unknown' });
  });
  it('are forgotten after a day, the young ones stay', async () => {
    const old = claimAt(start - keepRepliesMs * 2, { key: 'old' });
    const young = claimAt(start - 1000, { key: 'young' });
    for (const claim of [old, young]) await claimKey(deps, claim, false);
    await forgetOldReplies(deps, new Date(start));
    const { rows } = await deps.pool.query("SELECT key FROM idempotent_replies WHERE key IN ('old', 'young')");
    expect(rows).toEqual([{ key: 'young' }]);
  });
});
