const nowhere = 'http://stardesk.invalid';
/** Signing in to sign in again goes round in circles. */
const ownDoors = ['/login', '/register', '/api'];

/**
 * The page to open after signing in, from `?next=`. A path of ours or nothing: whatever a browser could read as another
 * host (`//evil`, `/\evil`, tabs inside) is refused by resolving it as the browser would.
 */
export function returnPath(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 500 || !next.startsWith('/')) return null;
  if (!URL.canParse(next, nowhere)) return null;
  const url = new URL(next, nowhere);
  if (url.origin !== nowhere) return null;
  if (ownDoors.some((door) => url.pathname === door || url.pathname.startsWith(`${door}/`))) return null;
  // `/.//evil` resolves to `//evil`: what we give out must not start like a host.
  if (url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
