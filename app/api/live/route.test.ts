import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleWeb, useWeb } from '#/server/compose.web.ts';
import { livePlace } from '#/server/live/data.ts';
import { publish } from '#/server/live/service.ts';
import { testDatabase } from '#/tests/support/database.ts';
import { registerPerson } from '#/tests/support/people.ts';
import { WebClient } from '#/tests/support/web-client.ts';
import { GET } from './route.ts';

const { deps } = await testDatabase();
const web = assembleWeb(deps);
const eventually = { timeout: 5_000, interval: 10 };
beforeAll(() => useWeb(web));
afterAll(async () => {
  await web.live.stop();
  useWeb(null);
});

async function signedIn(): Promise<{ client: WebClient; userId: string }> {
  const person = await registerPerson(deps);
  const client = new WebClient();
  await client.signIn(person.login, person.password);
  return { client, userId: person.userId };
}
/** Opens a stream with the client's cookies and gathers what it says. */
async function open(
  client: WebClient,
  { after, headers = {} }: { after?: string; headers?: Record<string, string> } = {},
) {
  const cookie = [...client.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const address = `http://127.0.0.1:3000/api/live${after ? `?after=${encodeURIComponent(after)}` : ''}`;
  const request = new NextRequest(address, { headers: { cookie, ...headers } });
  const answer = await GET(request, { params: Promise.resolve({}) });
  const heard = { text: '', ended: false };
  const reader = answer.body?.getReader();
  void (async () => {
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) break;
      heard.text += new TextDecoder().decode(part.value);
    }
    heard.ended = true;
  })();
  return { answer, heard, close: () => reader?.cancel() };
}
const tell = (userId: string, n: number) =>
  deps.db.$transaction((tx) => publish(tx, { to: { userId }, topic: 'test.happened', payload: { n } }));

describe('GET /api/live', () => {
  it('streams to who is signed in, in a way that no proxy holds back', async () => {
    const { client, userId } = await signedIn();
    const { answer, heard, close } = await open(client);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    await expect.poll(() => heard.text, eventually).toContain('event: ready');
    await tell(userId, 1);
    await expect.poll(() => heard.text, eventually).toContain('"payload":{"n": 1}');
    await close();
  });

  it.each(['Last-Event-ID', '?after='])('goes on from the place given as %s', async (how) => {
    const { client, userId } = await signedIn();
    const place = await livePlace(deps.pool);
    await tell(userId, 7);
    const { heard, close } = await open(
      client,
      how === '?after=' ? { after: place } : { headers: { 'last-event-id': place } },
    );
    await expect.poll(() => heard.text, eventually).toContain('event: ready');
    expect(heard.text.match(/"n": 7/g)).toHaveLength(1);
    await close();
  });

  it('ends at once in the browser whose session was ended, and in no other', async () => {
    const person = await registerPerson(deps);
    const [here, there] = [new WebClient(), new WebClient()];
    await here.signIn(person.login, person.password);
    await there.signIn(person.login, person.password);
    const [mine, theirs] = [await open(here), await open(there)];
    await expect
      .poll(() => mine.heard.text.includes('ready') && theirs.heard.text.includes('ready'), eventually)
      .toBe(true);
    await here.call('sessions.endAll', { keepCurrent: true });
    await expect.poll(() => theirs.heard.ended, eventually).toBe(true);
    expect(theirs.heard.text).toContain('event: ended');
    expect(mine.heard.ended).toBe(false);
    await mine.close();
  });

  it('gives one person twenty streams and not one more', async () => {
    const { client } = await signedIn();
    const streams = await Promise.all(Array.from({ length: 20 }, () => open(client)));
    expect(streams.every(({ answer }) => answer.status === 200)).toBe(true);
    const { answer } = await open(client);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30']);
    await streams[0]?.close();
    const again = await open(client);
    expect(again.answer.status).toBe(200);
    await Promise.all([...streams, again].map(({ close }) => close()));
  });
});
