import type { AuthOptions, Session } from 'next-auth';
import type { CredentialsConfig } from 'next-auth/providers/credentials';
import { z } from 'zod';
import type { Failure, Result } from '#/server/lib/errors.ts';
import { resolveActor } from '#/server/users/actors/service.ts';
import { loginText, passwordText } from '#/server/users/schema.ts';
import { type OpenedSession, signOut } from '#/server/users/sessions/service.ts';
import { type SignInFailure, signInDemo, signInWithPassword } from '#/server/users/sign-in/service.ts';
import type { Call } from './door.ts';
import {
  authCookieNames,
  authSecret,
  isSecure,
  type ShownSession,
  sessionCookieSeconds,
  sessionIn,
} from './session-cookie.ts';

/** What happened inside next-auth, which has no words for it: an expected failure, a bug, or somebody signed in. */
export interface AuthOutcome {
  failure: Failure<SignInFailure | 'not_found' | 'invalid_input'> | null;
  error: unknown;
  signedIn: OpenedSession | null;
}
export const nothingYet = (): AuthOutcome => ({ failure: null, error: null, signedIn: null });

const credentials = z.object({ login: loginText, password: passwordText });

/** next-auth 4: credentials and a JWT that names a session row. Made for each call: it needs no environment and no globals. */
export function authOptions(
  call: Pick<Call, 'web' | 'request' | 'address' | 'now'>,
  { origin, shown, outcome }: { origin: string; shown: ShownSession | null; outcome: AuthOutcome },
): AuthOptions {
  const { deps } = call.web;
  const { now, address } = call;
  const from = {
    origin: { address, userAgent: call.request.headers.get('user-agent') ?? '' },
    replaces: shown?.sessionId ?? null,
    now,
  };
  const settle = (result: Result<OpenedSession, SignInFailure | 'not_found'>) => {
    if (!result.ok) outcome.failure = result.failure;
    else outcome.signedIn = result.value;
    return result.ok ? { id: result.value.userId, sessionId: result.value.sessionId } : null;
  };
  return {
    secret: authSecret(deps.config),
    useSecureCookies: isSecure(deps.config),
    cookies: cookies(call),
    session: { strategy: 'jwt', maxAge: sessionCookieSeconds },
    jwt: { maxAge: sessionCookieSeconds },
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    logger: { error() {}, warn() {}, debug() {} },
    providers: [
      provider('credentials', outcome, async (given) => {
        const read = credentials.safeParse(given);
        if (read.success) return settle(await signInWithPassword(deps, { ...read.data, ...from }));
        outcome.failure = { code: 'invalid_input', params: { fields: 'login, password' } };
        return null;
      }),
      ...(deps.config.mode === 'demo'
        ? [provider('demo', outcome, async () => settle(await signInDemo(deps, from)))]
        : []),
    ],
    callbacks: {
      redirect: ({ url }) => sameOrigin(url, origin),
      jwt: remembering(outcome, async ({ token, user }) => {
        if (user) return { sub: user.id, sid: (user as { sessionId?: string }).sessionId };
        const session = sessionIn(token);
        const actor = session && (await resolveActor(deps, { authorization: null, session }, now));
        // next-auth takes this for a forged token and clears the cookie: just what an ended session deserves.
        if (actor?.kind !== 'user') throw new SessionEnded();
        return { sub: session?.userId, sid: session?.sessionId };
      }),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub } as Session['user'] }),
    },
    events: {
      signOut: remembering(outcome, async ({ token }) => {
        const session = sessionIn(token);
        if (session) await signOut(deps, { ...session, address, now });
      }),
    },
  };
}

class SessionEnded extends Error {}

type SignedIn = { id: string; sessionId: string } | null;
function provider(
  id: string,
  outcome: AuthOutcome,
  authorize: (given: unknown) => Promise<SignedIn>,
): CredentialsConfig<Record<string, never>> {
  return { id, name: id, type: 'credentials', credentials: {}, authorize: remembering(outcome, authorize) };
}

/** next-auth swallows what its callbacks throw: a database that is away would look like a wrong password. */
function remembering<Given, Value>(outcome: AuthOutcome, work: (given: Given) => Promise<Value>) {
  return async (given: Given): Promise<Value> => {
    try {
      return await work(given);
    } catch (error) {
      if (!(error instanceof SessionEnded)) outcome.error = error;
      throw error;
    }
  };
}

function cookies({ web }: Pick<Call, 'web'>): NonNullable<AuthOptions['cookies']> {
  const names = authCookieNames(web.deps.config);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(web.deps.config) } as const;
  return {
    sessionToken: { name: names.sessionToken, options },
    callbackUrl: { name: names.callbackUrl, options },
    csrfToken: { name: names.csrfToken, options },
  };
}

/** Never a way to another site. */
function sameOrigin(url: string, origin: string): string {
  const target = URL.canParse(url, origin) ? new URL(url, origin) : null;
  return target?.origin === origin ? target.href : `${origin}/app`;
}
