/** JSON whose numbers come out as the digits that were written: 64-bit ids lose nothing. Null: not JSON. */
export function parseExactJson(text: string): unknown {
  type Reviver = (this: unknown, key: string, value: unknown, context: { source: string }) => unknown;
  const keepDigits: Reviver = (_key, value, context) => (typeof value === 'number' ? context.source : value);
  try {
    return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]);
  } catch {
    return null;
  }
}
