/**
 * A page of another site can make a browser send our cookie. It cannot send headers of its own choice, nor lie in
 * Sec-Fetch-Site and Origin. So: a call with an Authorization header carries its own proof and may come from anywhere;
 * every other call must come from our own pages, or from no browser at all.
 */
export function isCrossSite(request: Request, publicUrl: string | null): boolean {
  const { headers } = request;
  if (/^(tma|bearer) \S/i.test(headers.get('authorization') ?? '')) return false;
  const origin = headers.get('origin');
  if (origin !== null && !isOurs(origin, headers.get('host'), publicUrl)) return true;
  const site = headers.get('sec-fetch-site');
  // Old browsers say nothing; they do send Origin with every POST, and it was ours, or there is no browser.
  if (site === null) return false;
  // `none`: typed into the address bar. `same-site`: another host of our domain, ours only if its Origin said so.
  return !(site === 'same-origin' || site === 'none' || (site === 'same-site' && origin !== null));
}

function isOurs(origin: string, host: string | null, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: originHost } = new URL(origin);
  return originHost === host?.toLowerCase() || (publicUrl !== null && originHost === new URL(publicUrl).host);
}
