/**
 * An error as the log may keep it. Libraries hang what they were called with on their errors and put it into their
 * words (addresses with tokens, rows, statements with values): kept is a list, not everything but a list.
 */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: ErrorRecord;
}
const longestMessage = 500;
const deepest = 4;

export function describeError(error: unknown, depth = 0): ErrorRecord {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const told = scrub(withoutCall(name, message));
  return {
    type: error.constructor?.name || name,
    message: told,
    stack: `${name}: ${told}${framesOf(stack)}`,
    ...(typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) && { code }),
    ...(cause !== undefined && depth < deepest && { cause: describeError(cause, depth + 1) }),
  };
}

/** Prisma quotes the whole call, values included, and says at the end what was wrong with it. */
function withoutCall(name: string, message: string): string {
  if (name === 'SyntaxError') return 'not valid JSON or code';
  if (!name.startsWith('PrismaClient')) return message;
  return message.trim().split('\n').at(-1) ?? '';
}

const secretShapes: readonly [RegExp, string][] = [
  // Credentials in an address; a bot's token, alone or in one; what comes after a question mark.
  [/(\w+:\/\/)[^\s/@:]*:[^\s/@]*@/g, '$1[secret]@'],
  [/\d{3,20}:[\w-]{30,60}/g, '[secret]'],
  [/(https?:\/\/[^\s?"']*)\?[^\s"']*/g, '$1?[secret]'],
  [/\b(?:Bearer|tma)\s+\S+/gi, '[secret]'],
  [/\bsd_[0-9A-Za-z]{20,}/g, '[secret]'],
  [/\bv1(?:\.[\w-]+){3}/g, '[secret]'],
  [/\beyJ[\w-]+(?:\.[\w-]*)+/g, '[secret]'],
  [/\$argon2\S+/g, '[secret]'],
  // Values that PostgreSQL and Node quote back, and whatever else is long and without a space.
  [/(["'`])(?:(?!\1)[^\n]){25,}\1/g, '$1…$1'],
  [/[\w+/=-]{40,}/g, '[secret]'],
];

export function scrub(text: string): string {
  let clean = text.slice(0, 4 * longestMessage);
  for (const [shape, mask] of secretShapes) clean = clean.replace(shape, mask);
  return clean.slice(0, longestMessage);
}

/** Where it happened, without the words before it: they are the message again. */
function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .map((line) => `\n${line}`)
    .join('');
}
