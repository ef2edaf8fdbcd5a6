const deepest = 40;

/**
 * What PostgreSQL and JSON cannot keep: NUL, halves of surrogate pairs, and nesting that nobody means.
 * Refused at the doors, so that no room meets it (as a text it would be a 500 in the middle of a transaction).
 */
export function isStorable(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string') {
      if (!isStorableText(next.value)) return false;
    } else if (typeof next.value === 'object' && next.value !== null) {
      if (next.depth >= deepest) return false;
      for (const [key, inner] of Object.entries(next.value)) {
        if (!isStorableText(key)) return false;
        open.push({ value: inner, depth: next.depth + 1 });
      }
    }
  }
  return true;
}

export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
