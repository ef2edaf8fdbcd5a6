import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '#/server/lib/read-config.ts';
import { ensureSecrets, findSecrets } from './secrets.ts';

let folder = '';
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'stardesk-secrets-')), 'demo');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));
const modeOf = (file: string) => statSync(file).mode & 0o777;
const read = (file: string) => readFileSync(file, 'utf8');

it('makes each secret once, for nobody else to read, and never over an older one', () => {
  const made = ensureSecrets(folder, {});
  const files = Object.values(made);
  expect(Object.keys(made)).toEqual(['SECRET_KEY_FILE', 'TELEGRAM_WEBHOOK_SECRET_FILE', 'METRICS_TOKEN_FILE']);
  expect(files.map(modeOf)).toEqual([0o600, 0o600, 0o600]);
  expect(modeOf(folder)).toBe(0o700);
  const before = files.map(read);
  expect(new Set(before).size).toBe(3);
  ensureSecrets(folder, {});
  expect(files.map(read)).toEqual(before);
});

it('makes what the product accepts', () => {
  const environment = { ...ensureSecrets(folder, {}), DATABASE_URL: 'postgresql://a@b/c', DEMO: '1' };
  expect(readConfig(environment, read).faults).toEqual([]);
});

it('closes a file that was opened to others', () => {
  const { SECRET_KEY_FILE = '' } = ensureSecrets(folder, {});
  chmodSync(SECRET_KEY_FILE, 0o644);
  ensureSecrets(folder, {});
  expect(modeOf(SECRET_KEY_FILE)).toBe(0o600);
});

it('leaves alone what the environment gives, by value or by file', () => {
  const made = ensureSecrets(folder, { SECRET_KEY: 'k'.repeat(40), METRICS_TOKEN_FILE: '/run/secrets/metrics' });
  expect(Object.keys(made)).toEqual(['TELEGRAM_WEBHOOK_SECRET_FILE']);
});

it('makes nothing when it only looks', () => {
  const found = findSecrets(folder, {});
  expect(existsSync(folder)).toBe(false);
  const environment = { ...found, DATABASE_URL: 'postgresql://a@b/c' };
  expect(readConfig(environment, read).faults).toEqual([]);
});
