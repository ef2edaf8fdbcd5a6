import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { connectTo, testDatabase, testSecretKey } from '#/tests/support/database.ts';
import { transaction } from './db.ts';
import { createEnvelopes } from './envelope.ts';
import { succeed } from './errors.ts';
import { sealedColumns } from './sealed-places.ts';
import { rotateSecrets } from './sealed-rotation.ts';
import { deleteSecret, readSecret, storeSecret } from './sealed-secrets.ts';
import { Secret } from './secret.ts';

const { deps, url } = await testDatabase();
const now = new Date('2026-11-20T10:00:00.000Z');
const newKey = 'a-newer-key-a-newer-key-a-newer-key';
/** A process that was given the new key in front of the old one, and one that has the new one alone. */
const rotating = { ...deps, envelopes: createEnvelopes(new Secret(`${newKey},${testSecretKey}`)) };
const afterwards = { ...deps, envelopes: createEnvelopes(new Secret(newKey)) };
const secretColumn = { columns: [sealedColumns.secrets] };
const store = (ownerId: string, kind: string, text: string, by = deps) =>
  storeSecret(by, deps.db, { ownerId, kind, secret: new Secret(text), now });
const read = async (ownerId: string, kind: string, by = deps) =>
  (await readSecret(by, deps.db, { ownerId, kind }))?.reveal() ?? null;
const waitingForLocks = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
const clear = () => deps.pool.query('DELETE FROM sealed_secrets');
async function fill(count: number): Promise<string[]> {
  await clear();
  const owners = Array.from({ length: count }, () => randomUUID());
  for (const owner of owners) await store(owner, 'bot_token', `token of ${owner}`);
  return owners;
}

it('keeps one secret of a kind for an owner, replaces it, gives it back and forgets it', async () => {
  const [anna, boris] = [randomUUID(), randomUUID()];
  await store(anna, 'bot_token', 'first');
  await store(anna, 'bot_token', 'second');
  await store(anna, 'session', 'third');
  expect(await read(anna, 'bot_token')).toBe('second');
  expect(await read(boris, 'bot_token')).toBeNull();
  const { rows } = await deps.pool.query('SELECT sealed_secrets::text AS row FROM sealed_secrets');
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/first|second|third/);
  expect(await deleteSecret(deps.db, { ownerId: anna, kind: 'bot_token' })).toBe(true);
  expect(await deleteSecret(deps.db, { ownerId: anna, kind: 'bot_token' })).toBe(false);
  expect(await read(anna, 'session')).toBe('third');
});

it('does not open an envelope that was moved to another owner or another kind', async () => {
  await clear();
  const [anna, boris] = [randomUUID(), randomUUID()];
  await store(anna, 'bot_token', 'of anna');
  await store(boris, 'bot_token', 'of boris');
  await deps.pool.query(
    `UPDATE sealed_secrets SET envelope = (SELECT envelope FROM sealed_secrets WHERE owner_id = $1)
    WHERE owner_id = $2`,
    [anna, boris],
  );
  await expect(read(boris, 'bot_token')).rejects.toThrow('changed, or sealed for another place');
  await deps.pool.query("UPDATE sealed_secrets SET kind = 'session' WHERE owner_id = $1", [anna]);
  await expect(read(anna, 'session')).rejects.toThrow('changed, or sealed for another place');
});

it('rotates everything to the newest key, once', async () => {
  const owners = await fill(23);
  const [rotation] = await rotateSecrets(rotating, { ...secretColumn, batchSize: 5 });
  expect(rotation).toEqual({ column: 'sealed_secrets.envelope', resealed: 23, current: 23, shut: [] });
  for (const owner of owners) expect(await read(owner, 'bot_token', afterwards)).toBe(`token of ${owner}`);
  await expect(read(owners[0] ?? '', 'bot_token')).rejects.toThrow('which SECRET_KEY does not hold');
  const [again] = await rotateSecrets(rotating, secretColumn);
  expect(again).toMatchObject({ resealed: 0, current: 23 });
});

it('goes on where it was killed, between two batches or within one', async () => {
  const owners = await fill(20);
  const killed = rotateSecrets(rotating, {
    ...{ ...secretColumn, batchSize: 4 },
    onBatch: (_, resealed) => {
      if (resealed === 8) throw new Error('killed between two batches');
    },
  });
  await expect(killed).rejects.toThrow('killed between');
  // A row of the third batch is held, so that the run stands within the batch when its connection is killed.
  const holder = await connectTo(url);
  await holder.query('BEGIN');
  await holder.query(
    `SELECT 1 FROM sealed_secrets WHERE envelope NOT LIKE $1 ORDER BY owner_id::text LIMIT 1 FOR UPDATE`,
    [`${rotating.envelopes.currentPrefix}%`],
  );
  const within = rotateSecrets(rotating, { ...secretColumn, batchSize: 4 });
  const refused = expect(within).rejects.toThrow();
  await expect.poll(async () => (await holder.query(waitingForLocks)).rows.length).toBe(1);
  await holder.query(`SELECT pg_terminate_backend(pid) FROM (${waitingForLocks}) w`);
  await refused;
  await holder.query('ROLLBACK');
  await holder.end();
  const [rest] = await rotateSecrets(rotating, secretColumn);
  expect(rest).toMatchObject({ resealed: 12, current: 20, shut: [] });
  for (const owner of owners) expect(await read(owner, 'bot_token', afterwards)).toBe(`token of ${owner}`);
});

it('leaves what cannot be opened as it is, names it, and does the rest', async () => {
  const owners = (await fill(9)).toSorted();
  const [changed = '', foreign = ''] = owners.slice(3);
  const stranger = createEnvelopes(new Secret('a-key-that-nobody-has-any-more-here'));
  await store(foreign, 'bot_token', 'lost', { ...deps, envelopes: stranger });
  await deps.pool.query("UPDATE sealed_secrets SET envelope = left(envelope, -4) || 'AAAA' WHERE owner_id = $1", [
    changed,
  ]);
  const [rotation] = await rotateSecrets(rotating, { ...secretColumn, batchSize: 2 });
  expect(rotation).toMatchObject({ resealed: 7, current: 7 });
  expect(rotation?.shut).toEqual([
    { owner: changed, row: 'bot_token', reason: 'changed_or_moved', keyId: deps.envelopes.currentKeyId },
    { owner: foreign, row: 'bot_token', reason: 'unknown_key', keyId: stranger.currentKeyId },
  ]);
});

it('waits for what is being written and seals that, not what it had read before', async () => {
  const [owner = ''] = await fill(1);
  const written = Promise.withResolvers<void>();
  const seen = Promise.withResolvers<void>();
  const writing = transaction(deps.db, async (tx) => {
    await storeSecret(deps, tx, { ownerId: owner, kind: 'bot_token', secret: new Secret('newer'), now });
    written.resolve();
    await seen.promise;
    return succeed();
  });
  await written.promise;
  const rotation = rotateSecrets(rotating, secretColumn);
  await expect.poll(async () => (await deps.pool.query(waitingForLocks)).rows.length).toBe(1);
  seen.resolve();
  await writing;
  expect((await rotation)[0]).toMatchObject({ resealed: 1, current: 1 });
  expect(await read(owner, 'bot_token', afterwards)).toBe('newer');
});

it('runs while the product writes and reads, and loses nothing of what was written meanwhile', async () => {
  const owners = await fill(40);
  let round = 0;
  let rotated = false;
  const product = (async () => {
    while (!rotated) {
      round += 1;
      for (const owner of owners) {
        // Processes restarted with both keys, and one that still has only the old one, both write.
        await store(owner, 'bot_token', `round ${round} of ${owner}`, round % 2 ? rotating : deps);
        expect(await read(owner, 'bot_token', rotating)).toBe(`round ${round} of ${owner}`);
      }
    }
  })();
  for (let run = 0; run < 5; run++) await rotateSecrets(rotating, { ...secretColumn, batchSize: 3 });
  rotated = true;
  await product;
  await rotateSecrets(rotating, secretColumn);
  for (const owner of owners) expect(await read(owner, 'bot_token', afterwards)).toBe(`round ${round} of ${owner}`);
});

it('knows only columns that exist, so that a renamed one is not passed over', async () => {
  const { rows } = await deps.pool.query<{ name: string }>(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'",
  );
  const names = new Set(rows.map(({ name }) => name));
  for (const { table, column, rowColumn, ownerColumn } of Object.values(sealedColumns)) {
    for (const one of [column, rowColumn, ownerColumn]) expect(names).toContain(`${table}.${one}`);
  }
  expect((await rotateSecrets(rotating)).map(({ column }) => column)).toEqual([
    'sealed_secrets.envelope',
    'idempotent_replies.body',
  ]);
});
