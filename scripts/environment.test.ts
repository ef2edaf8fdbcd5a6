import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findValue, isGiven } from './environment.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'stardesk-environment-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a value from its variable or from the file that its twin names', () => {
  const file = path.join(folder, 'url');
  writeFileSync(file, 'postgresql://a@b/c\n');
  expect(findValue({ DATABASE_URL: 'x' }, 'DATABASE_URL')).toBe('x');
  expect(findValue({ DATABASE_URL_FILE: file }, 'DATABASE_URL')).toBe('postgresql://a@b/c');
  expect(findValue({ DATABASE_URL: '' }, 'DATABASE_URL')).toBeNull();
  expect(isGiven({ DATABASE_URL_FILE: file }, 'DATABASE_URL')).toBe(true);
});

it('explains a file that is not there', () => {
  expect(() => findValue({ DATABASE_URL_FILE: '/nowhere/url' }, 'DATABASE_URL')).toThrow(/DATABASE_URL_FILE/);
});
