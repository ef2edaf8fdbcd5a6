/** console.error and console.warn in a test are faults of the code under test, unless the test said that they come. */
type Level = 'error' | 'warn';
const originals = { error: console.error, warn: console.warn };
let seen: { level: Level; text: string }[] = [];
let expected: RegExp[] = [];

/** Lines that match are no fault of this test. */
export function expectConsole(...patterns: RegExp[]): void {
  expected.push(...patterns);
}

export function watchConsole(): void {
  seen = [];
  expected = [];
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...parts: unknown[]) => {
      seen.push({ level, text: parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' ') });
    };
  }
}

export function failOnUnexpectedOutput(): void {
  Object.assign(console, originals);
  const unexpected = seen.filter(({ text }) => !expected.some((pattern) => pattern.test(text)));
  if (unexpected.length === 0) return;
  throw new Error(`unexpected ${unexpected.map(({ level, text }) => `console.${level}: ${text}`).join('\n')}`);
}
