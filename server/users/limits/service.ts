import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Deps } from '#/server/lib/deps.ts';
import { deriveSubkey } from '#/server/lib/envelope.ts';
import type { LimitRule } from './model.ts';

export type LimitDeps = Pick<Deps, 'pool' | 'config'>;
/** What is limited, for instance an account's name and an address. Only a digest of it is stored. */
export type LimitSubject = readonly string[];
export type Consumed =
  | { readonly allowed: true; readonly left: number }
  | { readonly allowed: false; readonly seconds: number };

/** Counts one try before it is made: tries made at the same moment cannot slip through together. */
export async function consumeTry(
  deps: LimitDeps,
  rule: LimitRule,
  subject: LimitSubject,
  now: Date,
): Promise<Consumed> {
  const limiter = new ClockedLimiter(deps.pool, rule);
  const [key, moment] = [digestOf(deps, subject), { nowMs: now.getTime() }];
  // Looked at before it is counted: a flood of refused tries would queue up at the lock of its one row, and with it
  // everybody who waits for a connection.
  const before = await limiter.get(key, moment);
  if (before && before.consumedPoints >= rule.points) return refusal(before);
  try {
    const answer = await limiter.consume(key, 1, moment);
    return { allowed: true, left: answer.remainingPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return refusal(refused);
  }
}

function refusal({ msBeforeNext }: RateLimiterRes): Consumed {
  return { allowed: false, seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/** The try was none: it succeeded, or was refused before it was made. */
export async function giveTryBack(deps: LimitDeps, rule: LimitRule, subject: LimitSubject, now: Date): Promise<void> {
  await new ClockedLimiter(deps.pool, rule).reward(digestOf(deps, subject), 1, { nowMs: now.getTime() });
}

export async function forgetTries(deps: LimitDeps, rule: LimitRule, subject: LimitSubject): Promise<void> {
  await new ClockedLimiter(deps.pool, rule).delete(digestOf(deps, subject));
}

/** Whether anything is counted for the subject at the moment: used for marks rather than tries. */
export async function isMarked(deps: LimitDeps, rule: LimitRule, subject: LimitSubject, now: Date): Promise<boolean> {
  const answer = await new ClockedLimiter(deps.pool, rule).get(digestOf(deps, subject), { nowMs: now.getTime() });
  return answer !== null;
}

export async function mark(deps: LimitDeps, rule: LimitRule, subject: LimitSubject, now: Date): Promise<void> {
  await new ClockedLimiter(deps.pool, rule).set(digestOf(deps, subject), 1, rule.windowMs / 1000, {
    nowMs: now.getTime(),
  });
}

export async function forgetExpiredTries(deps: Pick<Deps, 'pool'>, now: Date): Promise<number> {
  const { rowCount } = await deps.pool.query('DELETE FROM rate_limits WHERE expire < $1', [now.getTime()]);
  return rowCount ?? 0;
}

/** Lengths in front, so that no two subjects spell the same bytes. */
function digestOf({ config }: LimitDeps, subject: LimitSubject): string {
  const spelled = subject.map((part) => `${part.length}:${part}`).join('|');
  return createHmac('sha256', deriveSubkey(config.secretKey, 'rate limits')).update(spelled).digest('base64url');
}

interface Moment {
  readonly nowMs: number;
}
interface Counted {
  readonly rows: readonly { points: number; expire: string | null }[];
  readonly nowMs: number;
}

/**
 * The package's PostgreSQL store with the time handed in: its own reads the system's clock,
 * which tests cannot move and house §2.12 forbids. The table comes with a migration, never at run time.
 */
class ClockedLimiter extends RateLimiterPostgres {
  readonly #pool: Deps['pool'];
  readonly #sliding: boolean;
  constructor(pool: Deps['pool'], rule: LimitRule) {
    super({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.windowMs / 1000,
    });
    this.#pool = pool;
    this.#sliding = rule.sliding;
  }

  async _upsert(key: string, points: number, durationMs: number, force: boolean, { nowMs }: Moment): Promise<Counted> {
    // A refused try must not lengthen the pause, else whoever keeps trying is never let in again.
    const { rows } = await this.#pool.query<Counted['rows'][number]>({
      text: `INSERT INTO rate_limits AS r (key, points, expire) VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET
          points = CASE WHEN r.expire <= $4 OR $5 THEN $2 ELSE least(r.points + $2, 1000000000) END,
          expire = CASE WHEN r.expire <= $4 OR $5 OR ($6 AND r.points + $2 <= $7) THEN $3 ELSE r.expire END
        RETURNING points, expire`,
      values: [key, points, nowMs + durationMs, nowMs, force, this.#sliding && points > 0, this.points],
    });
    return { rows, nowMs };
  }

  async _get(key: string, { nowMs }: Moment): Promise<Counted | null> {
    const { rows } = await this.#pool.query<Counted['rows'][number]>({
      text: 'SELECT points, expire FROM rate_limits WHERE key = $1 AND expire > $2',
      values: [key, nowMs],
    });
    return rows.length > 0 ? { rows, nowMs } : null;
  }

  _getRateLimiterRes(_key: string, changed: number, { rows, nowMs }: Counted): RateLimiterRes {
    const [row] = rows;
    const consumed = row?.points ?? changed;
    const untilMs = row?.expire ? Number(row.expire) - nowMs : 0;
    return new RateLimiterRes(Math.max(this.points - consumed, 0), Math.max(untilMs, 0), consumed);
  }
}
