/** A whole new page: signing in changes the language, the colours and everything that was cached for nobody. */
export function goTo(path: string): void {
  location.assign(path);
}
