import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnvelopes, EnvelopeShut } from './envelope.ts';
import { sealedAt } from './sealed-places.ts';
import { Secret } from './secret.ts';

const [newest, older, foreign] = ['newest', 'older', 'foreign'].map((name) => name.repeat(8));
const envelopes = createEnvelopes(new Secret(`${newest},${older}`));
const before = createEnvelopes(new Secret(`${older}`));
const column = { table: 'bots', column: 'token', rowColumn: 'id', ownerColumn: 'owner_id' };
const place = sealedAt(column, { owner: 'anna', row: '7' });
const token = new Secret('123456789:canary');
const opening = (envelope: string, at = place, by = envelopes) => {
  try {
    return by.open(envelope, at).reveal();
  } catch (error) {
    if (!(error instanceof EnvelopeShut)) throw error;
    expect(error.message).not.toContain('canary');
    return error.reason;
  }
};

it('opens what it sealed, any text, and seals the same text differently each time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
      const envelope = envelopes.seal(new Secret(text), place);
      expect(envelope).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
      expect(opening(envelope)).toBe(text);
      expect(envelopes.seal(new Secret(text), place)).not.toBe(envelope);
    }),
  );
});

describe('a moved envelope stays shut', () => {
  it.each([
    ['another row', sealedAt(column, { owner: 'anna', row: '8' })],
    ['another owner', sealedAt(column, { owner: 'boris', row: '7' })],
    ['another table', sealedAt({ ...column, table: 'accounts' }, { owner: 'anna', row: '7' })],
    ['another column of the same row', sealedAt({ ...column, column: 'session' }, { owner: 'anna', row: '7' })],
    ['names that spell the same in a row', sealedAt(column, { owner: 'nna', row: '7a' })],
  ])('in %s', (_, elsewhere) => {
    expect(opening(envelopes.seal(token, place), elsewhere)).toBe('changed_or_moved');
  });
});

it('stays shut when any letter of it is another, is missing or is added', () => {
  const envelope = envelopes.seal(token, place);
  for (let at = 0; at < envelope.length; at++) {
    const other = envelope[at] === 'A' ? 'B' : 'A';
    for (const changed of [
      envelope.slice(0, at) + other + envelope.slice(at + 1),
      envelope.slice(0, at) + envelope.slice(at + 1),
      `${envelope.slice(0, at)}A${envelope.slice(at)}`,
    ]) {
      if (changed === envelope) continue;
      expect(['malformed', 'unknown_key', 'changed_or_moved'], `${at}: ${changed}`).toContain(opening(changed));
    }
  }
  // The last letter carries bits that decoding ignores: they count as well.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const opens = [...letters].filter((last) => opening(envelope.slice(0, -1) + last) === '123456789:canary');
  expect(opens).toEqual([envelope.at(-1)]);
  for (const odd of ['', 'v1', 'v2.a.b.c', `${envelope}.x`, ` ${envelope}`, `${envelope}\n`, envelope.slice(0, -8)]) {
    expect(['malformed', 'changed_or_moved']).toContain(opening(odd));
  }
});

it('opens with every key of SECRET_KEY, seals with the first, and tells the two apart', () => {
  const old = before.seal(token, place);
  expect(opening(old)).toBe('123456789:canary');
  expect(envelopes.isCurrent(old)).toBe(false);
  const renewed = envelopes.seal(token, place);
  expect(envelopes.isCurrent(renewed)).toBe(true);
  expect(renewed.startsWith(envelopes.currentPrefix)).toBe(true);
  expect(envelopes.currentKeyId).not.toBe(before.currentKeyId);
});

it('names the key it would need when SECRET_KEY does not hold it', () => {
  const other = createEnvelopes(new Secret(`${foreign}`));
  const envelope = other.seal(token, place);
  expect(() => envelopes.open(envelope, place)).toThrow(
    `bots.token of anna, 7: sealed with key ${other.currentKeyId}, which SECRET_KEY does not hold`,
  );
  expect(envelope).not.toContain(foreign);
  expect(() => createEnvelopes(new Secret(''))).toThrow('SECRET_KEY is empty');
});
