/** Nothing that a shell could take for more than a word: it is pasted into commands. */
export function isApiKey(text: string): boolean {
  return /^sd_[A-Za-z0-9_-]{8,120}$/.test(text);
}
