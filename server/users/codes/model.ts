/**
 * One-time codes. Two shapes: long ones travel in links, short ones are read from one screen and typed into another.
 * The scope is part of the digest: a code made for one use does nothing in another.
 */
export type CodeScope =
  | 'first-admin'
  | 'admin-reset'
  | 'invitation'
  /** Made on the web, opened in the bot. */
  | 'link-for-bot'
  /** Made in the Mini App, typed on the web. */
  | 'link-for-web';

interface CodePolicy {
  readonly purpose: 'first_admin' | 'invitation' | 'telegram_link';
  readonly shape: 'long' | 'typed';
  /** Characters of 5 bits. */
  readonly length: number;
}
export const codePolicies = {
  'first-admin': { purpose: 'first_admin', shape: 'long', length: 32 },
  'admin-reset': { purpose: 'first_admin', shape: 'long', length: 32 },
  invitation: { purpose: 'invitation', shape: 'typed', length: 12 },
  'link-for-bot': { purpose: 'telegram_link', shape: 'long', length: 26 },
  'link-for-web': { purpose: 'telegram_link', shape: 'typed', length: 8 },
} as const satisfies Record<CodeScope, CodePolicy>;

/** Crockford's: no I, L, O, U, so that nothing is misread. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const misread: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  // The same key caps in the Russian layout's shapes.
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  О: '0',
  Р: 'P',
  Т: 'T',
  Х: 'X',
};

/** ABCD-EFGH as a person typed it, whatever the case, dashes and look-alikes. */
export function normalizeCode(typed: string): string {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  return Array.from(bare, (letter) => misread[letter] ?? letter).join('');
}

export function spellCode(bytes: Uint8Array, { length, shape }: CodePolicy): string {
  // 256 is a multiple of 32: every character is equally likely.
  const letters = Array.from(bytes.subarray(0, length), (byte) => codeAlphabet[byte % 32]).join('');
  return shape === 'typed' ? (letters.match(/.{1,4}/g) ?? []).join('-') : letters;
}
