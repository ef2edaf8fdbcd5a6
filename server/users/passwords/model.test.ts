import { describe, expect, it } from 'vitest';
import { hashOfNobody, isOutdated } from '../hashing/service.ts';
import { normalizePassword, passwordWeakness } from './model.ts';

describe('a password', () => {
  it.each(['correct horse', 'пять слов подряд', '日本語のパスワードです', 'a1b2c3d4e5'])('may be %s', (password) =>
    expect(passwordWeakness(password, 'anna')).toBeNull(),
  );
  it.each([
    ['short', 'nine.char'],
    ['short', '🦊🦊🦊🦊🦊🦊🦊🦊🦊'],
    ['long', 'ab cd'.repeat(60)],
    ['common', 'Password123'],
    ['common', 'йцукенгшщз'],
    ['common', '1234567890'],
    ['common', 'ababababababab'],
    ['common', '1111111111111'],
    ['login', 'Longer-Name'],
    ['login', 'lоnger-name'],
  ])('is refused as %s: %s', (reason, password) => expect(passwordWeakness(password, 'longer-name')).toBe(reason));
  it('is refused when it is the name in an e-mail address', () => {
    expect(passwordWeakness('anna.karenina', 'anna.karenina@example.org')).toBe('login');
  });
  it('is the same typed on keyboards that compose letters differently', () => {
    expect(normalizePassword('й слова слова')).toBe(normalizePassword('й слова слова'.normalize('NFD')));
  });
  it('of nobody costs what everybody’s costs', () => expect(isOutdated(hashOfNobody)).toBe(false));
});
