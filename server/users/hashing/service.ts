import { availableParallelism } from 'node:os';
import { type Algorithm, hash, parseOptions, verify } from '@node-rs/argon2';
import { FairQueue } from '#/server/lib/fair-queue.ts';
import { hashing, normalizePassword } from '../passwords/model.ts';

/** Whose turn it is: the address that asks; `urgent` for people known at their address. */
export interface HashingTurn {
  readonly key: string;
  readonly urgent?: boolean;
}
export interface Verified {
  readonly matches: boolean;
  /** The hash was made with other costs than today's: hash anew while the password is at hand. */
  readonly outdated: boolean;
}

const options = { ...hashing, algorithm: 2 satisfies Algorithm.Argon2id };

/** Of a password nobody knows: an unknown name costs the same time as a known one. */
export const hashOfNobody =
  '$argon2id$v=19$m=65536,t=2,p=1$VriDAclnWXpDhcrlozqc/g$t80uPq6FWYDvdaRIOwnyQmQeZYFm/ikitvXYM5p/RXY';

/** Next bundles routes apart, and there is one processor for all of them: the queue is the process's. */
const shared = globalThis as typeof globalThis & { stardeskHashing?: FairQueue };
const queue = (shared.stardeskHashing ??= new FairQueue({
  // One core stays free for everything that is not a password.
  running: Math.max(1, availableParallelism() - 1),
  waitingPerKey: 16,
  // About three seconds of work: who would wait longer is better told to come again.
  waiting: 64,
}));

/** Null: too many are waiting. */
export function hashPassword(password: string, turn: HashingTurn): Promise<string | null> {
  return queue.run(turn.key, turn.urgent ?? false, () => hash(normalizePassword(password), options));
}

export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  turn: HashingTurn,
): Promise<Verified | null> {
  const stored = passwordHash ?? hashOfNobody;
  const matches = await queue.run(turn.key, turn.urgent ?? false, () => verify(stored, normalizePassword(password)));
  if (matches === null) return null;
  return { matches: matches && passwordHash !== null, outdated: isOutdated(stored) };
}

export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  return memoryCost !== hashing.memoryCost || timeCost !== hashing.timeCost || parallelism !== hashing.parallelism;
}
