import { loginKey } from '../logins/model.ts';

export const passwordLength = { min: 10, max: 256 };
export type PasswordWeakness = 'short' | 'long' | 'common' | 'login';

/** The same password typed on another keyboard has other bytes: both become this before hashing. */
export function normalizePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** Long enough to be on nobody's short list otherwise: only those of at least ten characters need naming. */
const common = new Set(
  `1234567890 0123456789 0987654321 1234567891 12345678910 123456789a 123456789q 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
  qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 qwerty123! asdfghjkl1 asdfghjkl; zxcvbnm123 q1w2e3r4t5
  q1w2e3r4t5y6 qazwsxedc1 qazwsxedcrfv 1qazxsw23edc password12 password123 password1234 password12345 passw0rd123
  p@ssw0rd123 passwordpassword iloveyou12 iloveyou123 abc1234567 abcd123456 abcdef1234 abcdefghij a123456789 aa12345678
  letmein123 welcome123 admin12345 admin123456 administrator football12 baseball12 superman12 unknown123 changeme123
  default123 secret1234 йцукенгшщз йцукен1234 йцукенгшщзх пароль1234 пароль12345 пароль123456 парольпароль
  stardesk12 stardesk123 telegram123 1111122222 1122334455 112233445566 123123123123 1231231231 123321123321 147258369a
  987654321a 9876543210 qweasdzxc1 qweasdzxc123 asdasdasd1 asdasdasdasd zaq12wsxcde 1234qwerasdf 1234qwerty 12345qwert
  12345qwerty 123456qwerty qwer1234qwer samsung123 hello12345 monkey1234 dragon1234 master1234 sunshine12 princess12`.split(
    /\s+/,
  ),
);

export function passwordWeakness(password: string, login: string | null): PasswordWeakness | null {
  const normal = normalizePassword(password);
  const length = Array.from(normal).length;
  if (length < passwordLength.min) return 'short';
  if (length > passwordLength.max) return 'long';
  const folded = normal.toLowerCase();
  if (login !== null) {
    const name = loginKey(login);
    const [beforeAt = name] = name.split('@');
    if ([name, beforeAt, beforeAt.repeat(2)].includes(loginKey(folded))) return 'login';
  }
  // aaaaaaaaaa, 1212121212: fewer than four different characters are as good as none.
  if (common.has(folded) || new Set(folded).size < 4) return 'common';
  return null;
}

/** About 50 ms and 64 MB on one core: dear for a guesser, unnoticed by a person. */
export const hashing = { memoryCost: 65_536, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
