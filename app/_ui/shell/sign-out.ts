/** Ends the session on the server, then leaves by a full load, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/signout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/login', json: 'true' }),
  });
  if (!answer.ok) throw new Error(`signing out: ${answer.status}`);
  location.assign('/login');
}
