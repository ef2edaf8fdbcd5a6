/**
 * A sign-in name: a short name or an e-mail address.
 * Two names that look the same are the same: `loginKey` folds width, case and Cyrillic look-alikes,
 * so nobody can register «аdmin» beside "admin", and a name typed in the wrong layout still finds its owner.
 */
const latinName = /^[a-z0-9](?:[a-z0-9]|[._-](?![._-])){1,30}[a-z0-9]$/;
const cyrillicName = /^[а-яё0-9](?:[а-яё0-9]|[._-](?![._-])){1,30}[а-яё0-9]$/;
const emailAddress =
  /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

export function foldLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** One alphabet, no spaces, nothing invisible. */
export function isSuitableLogin(typed: string): boolean {
  const folded = foldLogin(typed);
  if (folded.includes('@')) return folded.length <= 254 && !folded.includes('..') && emailAddress.test(folded);
  return latinName.test(folded) || cyrillicName.test(folded);
}

export function isReservedLogin(typed: string): boolean {
  return reserved.has(loginKey(typed));
}

const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'e',
  н: 'h',
  і: 'i',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ј: 'j',
};

/** What is unique and what is looked up. */
export function loginKey(typed: string): string {
  return Array.from(foldLogin(typed), (letter) => latinOf[letter] ?? letter).join('');
}

/** Names that would speak for the house. */
const reserved = new Set(
  ['admin', 'administrator', 'root', 'system', 'support', 'stardesk', 'demo', 'админ', 'поддержка'].map(loginKey),
);
