/**
 * Words: an entry is something to open or to do; its label is what is read, its keywords are other names of it.
 * A needle is one reading of what was typed: as it stands, or as if the keyboard had been in the other layout.
 * Pure: no browser, no clock. 10 000 entries are searched in well under 100 ms (model.test.ts).
 */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly keywords?: string;
}
export interface IndexedEntry<Entry extends PaletteEntry> {
  readonly entry: Entry;
  readonly label: string;
  readonly words: readonly string[];
  readonly keywords: string;
}
export interface Found<Entry extends PaletteEntry> {
  readonly entry: Entry;
  readonly score: number;
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const toRussian = pairs(latinKeys, russianKeys);
const toLatin = pairs(russianKeys, latinKeys);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((key, index) => [key, [...to][index] ?? key]));
}
function retype(text: string, keys: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => keys.get(letter) ?? letter).join('');
}

/** Case, ё and accents do not matter. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').trim();
}

/** What was typed and what it would be in the other layout: «yfcnhjqrb» is also «настройки», «ыуеештпы» also "settings". */
export function needlesOf(typed: string): readonly string[] {
  // Before folding: ё has a key of its own, and a space at the end means nothing.
  const plain = typed.normalize('NFKC').toLowerCase().trim();
  if (!plain) return [];
  return [...new Set([plain, retype(plain, toRussian), retype(plain, toLatin)].map(fold))];
}

export function indexEntries<Entry extends PaletteEntry>(entries: readonly Entry[]): IndexedEntry<Entry>[] {
  return entries.map((entry) => {
    const label = fold(entry.label);
    return {
      entry,
      label,
      words: label.split(/[\s:·,./@«»"()-]+/).filter(Boolean),
      keywords: fold(entry.keywords ?? ''),
    };
  });
}

/** The best first; equal ones keep the order they were given in. */
export function searchEntries<Entry extends PaletteEntry>(
  index: readonly IndexedEntry<Entry>[],
  typed: string,
  limit = 50,
): Found<Entry>[] {
  const needles = needlesOf(typed).map((text) => ({ text, parts: text.split(/\s+/) }));
  const found: Found<Entry>[] = [];
  for (const indexed of index) {
    let best = 0;
    for (const [at, needle] of needles.entries()) {
      // What was really typed wins over what was meant in another layout.
      best = Math.max(best, scoreOf(indexed, needle) - (at > 0 ? 5 : 0));
    }
    if (best > 0) found.push({ entry: indexed.entry, score: best });
  }
  return found.sort((one, other) => other.score - one.score).slice(0, limit);
}

interface Needle {
  readonly text: string;
  readonly parts: readonly string[];
}

function scoreOf({ label, words, keywords }: IndexedEntry<PaletteEntry>, { text, parts }: Needle): number {
  const inside = label.indexOf(text);
  if (inside === 0) return label.length === text.length ? 1000 : 900 - Math.min(label.length, 90);
  // Most entries hold nothing of most needles: the cheap questions come first.
  if (inside > 0 && beginsAWord(words, text)) return 700 - Math.min(label.length, 90);
  const isOneWord = parts.length === 1;
  if (!isOneWord && parts.every((part) => beginsAWord(words, part))) return 600;
  if (startsWord(keywords, text)) return 500;
  if (inside > 0 && text.length > 1) return 400 - Math.min(inside, 90);
  if (!isOneWord && parts.every((part) => label.includes(part) || keywords.includes(part))) return 300;
  if (isOneWord && text.length > 2 && text.length <= 40 && isSpreadOver(words, text)) return 100;
  return 0;
}

function beginsAWord(words: readonly string[], part: string): boolean {
  for (const word of words) if (word.startsWith(part)) return true;
  return false;
}

function startsWord(text: string, needle: string): boolean {
  return text.startsWith(needle) || text.includes(` ${needle}`);
}

/** Initials and beginnings in order: «наст» of «настройки», «прпо» of «правило подарка». */
function isSpreadOver(words: readonly string[], needle: string): boolean {
  let rest = needle;
  for (const word of words) {
    let shared = 0;
    while (shared < word.length && shared < rest.length && word[shared] === rest[shared]) shared++;
    rest = rest.slice(shared);
    if (!rest) return true;
  }
  return false;
}
