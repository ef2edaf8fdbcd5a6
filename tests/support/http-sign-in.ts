/** Signs in over real HTTP, as a browser's form does, and gives the cookies to go on with. */
export async function signInOverHttp(url: string, person: { login: string; password: string }): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), cookie: cookiesOf(jar), origin: url };
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const { csrfToken } = (await (await ask('/api/auth/csrf')).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: '/app', json: 'true', ...person });
  const answer = await ask('/api/auth/callback/credentials', { method: 'POST', body });
  if (![...jar.keys()].some((name) => name.includes('session'))) {
    throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
  }
  return cookiesOf(jar);
}

const cookiesOf = (jar: ReadonlyMap<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
