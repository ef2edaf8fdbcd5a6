import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GET as authGet, POST as authPost } from '#/app/api/auth/[...nextauth]/route.ts';
import { contextFor, type Knocked, knocked, request } from './knock.ts';

/** Telegram, as far as naming a bot goes. */
export const telegram = createServer((asked, answer) => {
  const id = Number(/bot(\d+):/.exec(asked.url ?? '')?.[1]);
  answer.end(JSON.stringify({ ok: true, result: { id, is_bot: true, first_name: 'Bot', username: 'canary_bot' } }));
});
await new Promise<void>((resolve) => telegram.listen(0, '127.0.0.1', resolve));
export const telegramRoot = `http://127.0.0.1:${(telegram.address() as AddressInfo).port}`;

const word = () => randomBytes(16).toString('hex');
/** Secrets that people and the environment bring. */
export const canaries = {
  secretKey: `canary${word()}${word()}`,
  botToken: `7000000001:canary-${word()}-x`,
  savedBotToken: `7000000002:canary-${word()}-x`,
  webhookSecret: `canary-${word()}`,
  metricsToken: `canary-${word()}`,
  password: `canary ${word()} password`,
  wrongPassword: `canary ${word()} wrong`,
  newPassword: `canary ${word()} new`,
  forgedKey: `sd_canary${word()}${word()}`.slice(0, 46),
  setupKey: `canary-${word()}`,
  redeemCode: `canary-${word()}`,
};
/** As the sign-in page does it. `cookie`: the session, as the browser would send it back. */
export async function signIn(login: string, password: string): Promise<{ answer: Knocked; cookie: string }> {
  const csrf = await authGet(request('/api/auth/csrf'), contextFor({ nextauth: ['csrf'] }));
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ csrfToken, login, password, json: 'true' }),
  };
  const context = contextFor({ nextauth: ['callback', 'credentials'] });
  const response = await authPost(request('/api/auth/callback/credentials', init), context);
  const session =
    response.headers
      .getSetCookie()
      .find((one) => one.includes('session-token='))
      ?.split(';', 1)[0] ?? '';
  // The cookie itself is where a session token belongs.
  return { answer: { ...(await knocked(response)), headers: new Headers() }, cookie: session };
}

/** What Telegram would sign with this token, and the parts of it that are secrets. */
export function signInitData(botToken: string, now: Date): { raw: string; hash: string; queryId: string } {
  const fields = {
    auth_date: String(Math.floor(now.getTime() / 1000)),
    query_id: `canary-${word()}`,
    user: JSON.stringify({ id: 4242, first_name: 'Mini', username: 'mini' }),
  };
  const lines = Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest();
  const hash = createHmac('sha256', secret).update(lines).digest('hex');
  return { raw: new URLSearchParams({ ...fields, hash }).toString(), hash, queryId: fields.query_id };
}

/** A secret as it is, and in the disguises that encodings give. */
export function disguises(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, '').slice(0, -1),
  ];
}
