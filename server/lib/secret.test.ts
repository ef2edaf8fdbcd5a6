import { format, inspect } from 'node:util';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';
import { Secret } from './secret.ts';

const canary = 'canary-0123456789';
const secret = new Secret(canary);

it('shows its mask wherever a value prints, however deep it lies', () => {
  const nested = { a: { b: [secret] } };
  const lines: string[] = [];
  const log = createLog({ logLevel: 'info' }, 'script', { write: (line) => void lines.push(line) });
  log.info({ secret, nested, deep: { list: [{ secret }] } }, `in a text: ${secret}`);
  log.error({ err: new Error(`with ${secret}`, { cause: secret }) }, 'failed');
  const shown = [
    ...[String(secret), `${secret}`, secret + '', JSON.stringify(nested), JSON.stringify({ key: secret })],
    ...[inspect(nested, { depth: 9, showHidden: true }), format('%s %o %j %O', secret, nested, nested, secret)],
    ...[JSON.stringify(Object.entries(secret)), JSON.stringify({ ...secret }), JSON.stringify(structuredClone(secret))],
    ...lines,
  ];
  expect(shown.filter((text) => text.includes('canary'))).toEqual([]);
  expect(`${secret}`).toBe('[secret]');
  expect(secret.reveal()).toBe(canary);
});
