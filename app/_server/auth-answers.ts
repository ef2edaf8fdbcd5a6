import type { Failure } from '#/server/lib/errors.ts';
import { type ErrorCode, httpStatusOf } from '#/server/trpc/error-table.ts';
import { failureHeaders, problemOf } from '#/server/trpc/problem.ts';
import { findMe } from '#/server/users/profile/data.ts';
import type { OpenedSession } from '#/server/users/sessions/service.ts';
import type { AuthOutcome } from './auth-options.ts';
import type { Call } from './door.ts';
import type { NextAuthAnswer } from './next-auth-handler.ts';
import { isSecure } from './session-cookie.ts';

const preferenceSeconds = 365 * 24 * 3600;

/**
 * A failure as problem+json, and for next-auth's own client with a `url` whose `error` holds the same in one text.
 * (That client reads nothing else of an answer.)
 */
export function authFailure(
  failure: Failure<ErrorCode>,
  answering: Pick<Call, 'locale' | 'requestId'>,
  cookies: readonly string[] = [],
): Response {
  const problem = problemOf(failure, answering);
  const error = JSON.stringify({ code: problem.code, params: problem.params, message: problem.detail });
  const headers = new Headers({ 'cache-control': 'no-store', ...failureHeaders(failure) });
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const url = `http://localhost/login?${new URLSearchParams({ error })}`;
  return new Response(JSON.stringify({ ...problem, url }), { status: httpStatusOf[failure.code], headers });
}

/** What next-auth answered, in words of ours where it has none. */
export async function answerSignIn(
  call: Call,
  answer: NextAuthAnswer,
  outcome: AuthOutcome,
  { isForm }: { isForm: boolean },
): Promise<Response> {
  if (outcome.error) throw outcome.error;
  const cookies = answer.headers.getSetCookie();
  const failure = failureOf(answer, outcome);
  // A page without scripts posts a plain form: it is sent back to where it can say what was wrong.
  if (failure && isForm) return seeOther(`/login?error=${failure.code}`, cookies);
  if (failure) return authFailure(failure, call, cookies);
  if (outcome.signedIn) cookies.push(...(await preferenceCookies(call, outcome.signedIn)));
  if (isForm) return seeOther(answer.redirect ?? '/app', cookies);
  const headers = new Headers({ 'cache-control': 'private, no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const location = answer.headers.get('location');
  if (location) {
    headers.set('location', location);
    return new Response(null, { status: 302, headers });
  }
  return Response.json(answer.body ?? {}, { status: answer.statusCode, headers });
}

function failureOf(answer: NextAuthAnswer, outcome: AuthOutcome): Failure<ErrorCode> | null {
  if (outcome.failure) return outcome.failure;
  // next-auth answers "200, go to the sign-in page" where the form's token was not the cookie's.
  return answer.redirect?.includes('csrf=true') ? { code: 'cross_site' } : null;
}

function seeOther(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** Language, theme and zone as the profile has them: pages read cookies, so that they need no database to be themselves. */
async function preferenceCookies({ web }: Call, { userId }: OpenedSession): Promise<string[]> {
  const { locale, theme, timeZone } = await findMe(web.deps, { ownerId: userId });
  const secure = isSecure(web.deps.config) ? '; Secure' : '';
  return Object.entries({ locale, theme, zone: timeZone }).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${preferenceSeconds}; SameSite=Lax${secure}`,
  );
}
