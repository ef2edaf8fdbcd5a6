import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Environment, isGiven } from '#/scripts/environment.ts';

/** Secrets that we can make ourselves. Made once, one file each; processes get the path, not the value. */
const makers = {
  SECRET_KEY: () => randomBytes(32).toString('base64'),
  TELEGRAM_WEBHOOK_SECRET: () => randomBytes(32).toString('hex'),
  METRICS_TOKEN: () => randomBytes(24).toString('hex'),
} satisfies Record<string, () => string>;

/** `{ SECRET_KEY_FILE: '…' }` for what the environment does not give. */
export function ensureSecrets(folder: string, environment: Environment): Record<string, string> {
  const missing = Object.entries(makers).filter(([name]) => !isGiven(environment, name));
  return Object.fromEntries(missing.map(([name, make]) => [`${name}_FILE`, keepSecret(folder, name, make, 'once')]));
}

/** The same for a look only: what would be made first gets a value that fits and means nothing. */
export function findSecrets(folder: string, environment: Environment): Record<string, string> {
  const missing = Object.keys(makers).filter((name) => !isGiven(environment, name));
  return Object.fromEntries(
    missing.map((name) => {
      const file = path.join(folder, name);
      return existsSync(file) ? [`${name}_FILE`, file] : [name, 'not-made-yet'.padEnd(40, '-')];
    }),
  );
}

/** Returns the file's path. `always` writes a value that may change, such as an address with a port. */
export function keepSecret(folder: string, name: string, make: () => string, when: 'once' | 'always'): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = path.join(folder, name);
  if (when === 'always' || !existsSync(file)) {
    // Exclusive for what is made once: nobody's key is ever written over.
    writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: when === 'once' ? 'wx' : 'w' });
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return file;
}
