import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type pg from 'pg';

export const goodPassword = 'семь слов подряд';

/** Somebody new, signed in in this browser, whom no other test knows. */
export async function signInSomebody(page: Page, baseUrl: string): Promise<{ login: string; userId: string }> {
  const login = `p-${randomBytes(5).toString('hex')}`;
  const made = await page.request.post('/api/trpc/registration.register', { data: { login, password: goodPassword } });
  expect(made.ok(), await made.text()).toBe(true);
  const { userId } = ((await made.json()) as { result: { data: { userId: string } } }).result.data;
  await signIn(page, baseUrl, login);
  return { login, userId };
}

/** Through the same door as the form, without the form. */
export async function signIn(page: Page, baseUrl: string, login: string): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, login, password: goodPassword, json: 'true' },
    headers: { origin: baseUrl },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export async function makeAdmin(database: pg.Pool, userId: string): Promise<void> {
  await database.query(`UPDATE users SET role = 'admin' WHERE id = $1`, [userId]);
}
