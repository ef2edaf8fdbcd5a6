import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLogin, isReservedLogin, isSuitableLogin, loginKey } from './model.ts';

describe('a sign-in name', () => {
  it.each(['anna', 'anna.k', 'Anna-K_2', 'анна', 'Ёжик_7', 'a1b', 'anna@example.org', 'a.n+tag@mail.example.co.uk'])(
    'may be %s',
    (name) => expect(isSuitableLogin(name)).toBe(true),
  );
  it.each([
    'ab',
    'a'.repeat(33),
    'anna k',
    'anna\u00a0k',
    'an\u200bna',
    'an\u0000na',
    'аnna',
    'anna..k',
    '.anna',
    'anna_',
    'a@b',
    'a@b..org',
    'анна@example.org',
    'a b@example.org',
    'anna@exa_mple.org',
    '🦊🦊🦊',
    'ann\u0430',
    'ﬁ\u202eanna',
  ])('may not be %j', (name) => expect(isSuitableLogin(name)).toBe(false));
  it('is one name with whatever looks like it: width, case, spaces around, Cyrillic look-alikes', () => {
    const key = loginKey('coxa');
    for (const twin of ['COXA', ' coxa ', 'ｃｏｘａ', 'соха', 'СОХА', 'сoхa']) expect(loginKey(twin)).toBe(key);
    expect(loginKey('анна')).not.toBe(loginKey('anna'));
  });
  it('may not speak for the house, not even with other letters', () => {
    for (const name of ['admin', 'ADMIN', 'ｓｕｐｐｏｒｔ', 'demo', 'аdmin', 'админ'])
      expect(isReservedLogin(name)).toBe(true);
  });
  it('folds to a fixed point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const folded = foldLogin(text);
        // Compatibility letters may lower again; a suitable name never does.
        if (isSuitableLogin(text)) expect(foldLogin(folded)).toBe(folded);
        if (isSuitableLogin(text)) expect(loginKey(loginKey(text))).toBe(loginKey(text));
      }),
    );
  });
});
