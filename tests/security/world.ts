import { createHash, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { authCookieNames, authSecret } from '#/app/_server/session-cookie.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { hashOfNobody } from '#/server/users/hashing/service.ts';

/** Who knocks. `stranger` is signed in, and everything named in a call belongs to `owner`. */
export const callers = ['nobody', 'stranger', 'owner', 'admin', 'blocked', 'readKey'] as const;
export type Caller = (typeof callers)[number];

export interface Person {
  readonly id: string;
  readonly sessionId: string;
  readonly otherSessionId: string;
  readonly cookie: string;
  readonly keyId: string;
  /** Of scope `read`. */
  readonly key: string;
  /** Of scopes `read` and `write`; an admin's of `admin` too. */
  readonly writeKey: string;
  /** Texts that nobody but this person and admins may ever read. */
  readonly marks: readonly string[];
}
export interface World {
  readonly owner: Person;
  readonly stranger: Person;
  readonly admin: Person;
  readonly blocked: Person;
  /** Made by `admin`, not used. */
  readonly invitationId: string;
}

/** Four people of their own each time: what a call may destroy is nobody else's. */
export async function makeWorld(deps: Deps): Promise<World> {
  const [owner, stranger, admin, blocked] = await Promise.all([
    makePerson(deps, 'owner'),
    makePerson(deps, 'stranger'),
    makePerson(deps, 'admin'),
    makePerson(deps, 'blocked'),
  ]);
  const invitation = await deps.db.linkCode.create({
    data: {
      purpose: 'invitation',
      digest: randomBytes(16).toString('hex'),
      userId: admin.id,
      createdAt: deps.clock.now(),
      expiresAt: new Date(deps.clock.nowMs() + 86_400_000),
    },
  });
  return { owner, stranger, admin, blocked, invitationId: invitation.id };
}

async function makePerson(
  { db, config, clock }: Deps,
  kind: 'owner' | 'stranger' | 'admin' | 'blocked',
): Promise<Person> {
  const mark = `${kind}-${randomBytes(5).toString('hex')}`;
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000);
  const session = {
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    userAgent: `agent of ${mark}`,
    address: '198.51.100.7',
  };
  const keys = ['read', 'write'].map((scope) => ({ scope, key: `sd_${randomBytes(43).toString('hex').slice(0, 43)}` }));
  const user = await db.user.create({
    data: {
      login: `${mark}@desk.example`,
      loginKey: `${mark}@desk.example`,
      displayName: `Name of ${mark}`,
      passwordHash: hashOfNobody,
      role: kind === 'admin' ? 'admin' : 'user',
      blockedAt: kind === 'blocked' ? now : null,
      createdAt: now,
      lastSeenAt: now,
      sessions: { create: [session, session] },
      apiKeys: {
        create: keys.map(({ scope, key }) => ({
          name: `${scope} key of ${mark}`,
          prefix: key.slice(0, 10),
          digest: createHash('sha256').update(key).digest('base64url'),
          scopes: scope === 'read' ? ['read'] : ['read', 'write', ...(kind === 'admin' ? ['admin'] : [])],
          createdAt: now,
          lastUsedAt: now,
        })),
      },
    },
    include: { sessions: true, apiKeys: true },
  });
  const [sessionId = '', otherSessionId = ''] = user.sessions.map(({ id }) => id);
  const keyId = user.apiKeys.find(({ scopes }) => !scopes.includes('write'))?.id ?? '';
  const token = await encode({ token: { sub: user.id, sid: sessionId }, secret: authSecret(config) });
  return {
    id: user.id,
    sessionId,
    otherSessionId,
    cookie: `${authCookieNames(config).sessionToken}=${token}`,
    keyId,
    key: keys[0]?.key ?? '',
    writeKey: keys[1]?.key ?? '',
    marks: [mark, user.id, sessionId, otherSessionId, keyId],
  };
}

/** A proof that lets a call in at all: what is inside is what there is to find. */
export function fittingProof(
  world: World,
  answers: Readonly<Record<Caller, string>>,
  byKey: boolean,
): Record<string, string> {
  const caller = answers.owner === 'not_allowed' ? 'admin' : 'owner';
  return byKey ? { authorization: `Bearer ${world[caller].writeKey}` } : proofOf(world, caller);
}

/** The proof that a caller shows. */
export function proofOf(world: World, caller: Caller): Record<string, string> {
  if (caller === 'nobody') return {};
  if (caller === 'readKey') return { authorization: `Bearer ${world.owner.key}` };
  return { cookie: world[caller].cookie };
}

/** What a caller must never be shown: marks of the others. Admins may see everybody. */
export function forbiddenMarks(world: World, caller: Caller): readonly string[] {
  const everybody = [world.owner, world.stranger, world.admin, world.blocked];
  const self = caller === 'readKey' ? 'owner' : caller;
  if (self === 'admin') return [];
  return everybody.filter((person) => self === 'nobody' || person !== world[self]).flatMap(({ marks }) => marks);
}

/** One text per table over all of its rows, but for what every request may touch: "last seen" and the counters of tries. */
export async function digestRows({ pool }: Pick<Deps, 'pool'>): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('rate_limits', '_prisma_migrations')`,
  );
  const digests = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS name, count(*) || ':' || coalesce(md5(string_agg(row, '' ORDER BY row)), '') AS digest
      FROM (SELECT md5((to_jsonb(t) - 'last_seen_at' - 'last_used_at' - 'updated_at')::text) AS row FROM ${name} t) rows`,
  );
  const { rows } = await pool.query<{ name: string; digest: string }>(digests.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
