import { createHmac } from 'node:crypto';
import { sign } from '@tma.js/init-data-node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '#/server/lib/secret.ts';
import { initDataLifeMs, judgeInitData } from './model.ts';

const token = '123456789:AAtests-only-tests-only-tests-only-00';
const botToken = new Secret(token);
const now = new Date('2026-11-20T12:00:00Z');
const user = { id: 5_000_000_123, first_name: 'Анна', last_name: 'К', username: 'anna_k', language_code: 'ru' };
/** Telegram's own way of signing, by the package that others use: ours must agree with it. */
const signed = (at = now, data = {}) => sign({ query_id: 'AAE', signature: 'edsig', user, ...data }, token, at);
const judge = (raw: string, at = now) => judgeInitData(raw, botToken, at);
const signRaw = (pairs: [string, string][]) => {
  const lines = pairs.map(([name, value]) => `${name}=${value}`).sort();
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
  return [...pairs, ['hash', hash] as const].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
};
const authDate = String(Math.floor(now.getTime() / 1000));

describe('initData', () => {
  it('signed by Telegram tells who opened the Mini App', () => {
    expect(judge(signed(now, { start_param: 'inv_ABCD' }))).toEqual({
      kind: 'valid',
      person: { telegramId: 5_000_000_123n, username: 'anna_k', displayName: 'Анна К', locale: 'ru' },
      startParam: 'inv_ABCD',
    });
  });
  it('keeps ids that no JS number can hold', () => {
    const raw = signRaw([
      ['auth_date', authDate],
      ['user', '{"id":9223372036854775807,"first_name":"X"}'],
    ]);
    expect(judge(raw)).toMatchObject({ kind: 'valid', person: { telegramId: 9223372036854775807n } });
  });
  it('says the same in whatever order its fields come', () => {
    const parts = signed().split('&');
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(judge(shuffled.join('&'))).toEqual(judge(signed()));
      }),
    );
  });
  it('is refused with any field changed, added, left out or exchanged, the signature field included', () => {
    const raw = signed();
    const swapped = raw.replace('query_id=AAE', 'query_id=edsig').replace('signature=edsig', 'signature=AAE');
    expect(swapped).not.toBe(raw);
    for (const forged of [
      raw.replace('5000000123', '5000000124'),
      raw.replace('anna_k', 'anna_x'),
      `${raw}&start_param=x`,
      raw.replace('query_id=AAE&', '').replace('&query_id=AAE', ''),
      raw.replace('signature=edsig&', '').replace('&signature=edsig', ''),
      raw.replace('edsig', 'edsix'),
      swapped,
    ]) {
      expect(judge(forged)).toEqual({ kind: 'invalid' });
    }
  });
  it('is refused with a hash that is wrong, missing, of another bot or not hexadecimal', () => {
    const raw = signed();
    const other = sign({ signature: 'edsig', user }, '987654321:AAanother-bot-another-bot-another-bot0', now);
    for (const forged of [raw.replace(/hash=../, 'hash=00'), raw.replace(/&?hash=[0-9a-f]+/, ''), other]) {
      expect(judge(forged)).toEqual({ kind: 'invalid' });
    }
    expect(judge(raw.replace(/hash=[0-9a-f]+/, 'hash=zz'))).toEqual({ kind: 'invalid' });
    expect(judge(raw.replace(/hash=([0-9a-f]+)/, (_, hash: string) => `hash=${hash.toUpperCase()}`))).toEqual({
      kind: 'invalid',
    });
  });
  it('is refused with a field that comes twice, also spelled with escapes', () => {
    const raw = signed();
    for (const twice of [`${raw}&query_id=AAE`, `query_id=AAE&${raw}`, `${raw}&%71uery_id=AAE`, `${raw}&user=%7B%7D`]) {
      expect(judge(twice)).toEqual({ kind: 'invalid' });
    }
  });
  it('is too old after a day, and not from the future', () => {
    const raw = signed();
    const at = (ms: number) => judge(raw, new Date(now.getTime() + ms)).kind;
    expect([at(initDataLifeMs), at(initDataLifeMs + 1000), at(-60_000), at(-600_000)]).toEqual([
      'valid',
      'expired',
      'valid',
      'invalid',
    ]);
  });
  it('without a person, of a bot, or with an id that is none, is refused though signed', () => {
    for (const person of [
      '',
      '{}',
      '{"id":0}',
      '{"id":-5}',
      '{"id":1.5}',
      '{"id":"7"}{',
      '{"id":7,"is_bot":true}',
      '[]',
    ]) {
      const raw = signRaw([
        ['auth_date', authDate],
        ['user', person],
      ]);
      expect(judge(raw)).toEqual({ kind: 'invalid' });
    }
  });
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 300 }), fc.webQueryParameters()), (raw) => {
        expect(judge(raw)).toEqual({ kind: 'invalid' });
      }),
    );
  });
});
