import type { ShownFailure } from '../../_ui/api/failure.ts';

export type SignInOutcome = { kind: 'signed-in' } | { kind: 'refused'; failure: ShownFailure };

/** What next-auth's own client does, without its weight: the token against forgery, then the form itself. */
export async function signIn(
  provider: 'credentials' | 'demo',
  fields: Readonly<Record<string, string>> = {},
): Promise<SignInOutcome> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()) as {
      csrfToken: string;
    };
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: '/app', json: 'true' }),
    });
    return answer.ok ? { kind: 'signed-in' } : { kind: 'refused', failure: problemIn(await answer.json()) };
  } catch {
    // No answer, or one that says nothing: the form has a sentence of its own for that.
    return { kind: 'refused', failure: { code: null, params: {}, message: null } };
  }
}

function problemIn(body: unknown): ShownFailure {
  const { code, params, detail } = body as {
    code?: ShownFailure['code'];
    params?: ShownFailure['params'];
    detail?: string;
  };
  return { code: code ?? null, params: params ?? {}, message: detail ?? null };
}
