import type { Breach } from './source-tree.ts';

export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Both languages: the same keys, and in each sentence the same values and tags to fill in. */
export function compareCatalogues(ru: Catalogue, en: Catalogue): Breach[] {
  const russian = flatten(ru);
  const english = flatten(en);
  const breaches: Breach[] = [];
  for (const key of new Set([...russian.keys(), ...english.keys()])) {
    const path = `server/texts: ${key}`;
    const [left, right] = [russian.get(key), english.get(key)];
    if (left === undefined) breaches.push({ path, message: 'missing in Russian' });
    else if (right === undefined) breaches.push({ path, message: 'missing in English' });
    else {
      const [inRussian, inEnglish] = [placesOf(left), placesOf(right)];
      if (inRussian === null || inEnglish === null) breaches.push({ path, message: 'its braces do not match' });
      else if (inRussian.join() !== inEnglish.join()) {
        breaches.push({ path, message: `fills in [${inRussian}] in Russian, [${inEnglish}] in English` });
      }
    }
  }
  return breaches;
}

function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) found.set(path, text);
  }
  return found;
}

/** Names of an ICU message's values and tags, sorted; null when its braces do not match. */
export function placesOf(message: string): string[] | null {
  // An apostrophe before a brace quotes it, as ICU has it.
  const text = message.replace(/'[{}<][^']*'?/g, '');
  const places = new Set<string>();
  for (const tag of text.matchAll(/<(\w+)\s*\/?>/g)) places.add(`<${tag[1]}>`);
  let at = 0;
  /** Reads a sentence up to its end or the brace that ends it. */
  const sentence = (inside: boolean): boolean => {
    while (at < text.length) {
      const char = text[at++];
      if (char === '}') return inside;
      if (char === '{' && !value()) return false;
    }
    return !inside;
  };
  const value = (): boolean => {
    const head = /\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\s*,|,[^{}]*|)/y;
    head.lastIndex = at;
    const found = head.exec(text);
    if (!found) return false;
    places.add(found[1] ?? '');
    at = head.lastIndex;
    while (found[2]) {
      const option = /\s*(?:offset:\d+\s*)?[=\w]+\s*\{/y;
      option.lastIndex = at;
      if (!option.test(text)) break;
      at = option.lastIndex;
      if (!sentence(true)) return false;
    }
    while (text[at] === ' ' || text[at] === '\n') at++;
    return text[at++] === '}';
  };
  return sentence(false) ? [...places].sort() : null;
}
