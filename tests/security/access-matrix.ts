import type { ErrorCode } from '#/server/trpc/error-table.ts';
import type { Caller, World } from './world.ts';

/**
 * Who gets what, for every procedure (tRPC, and REST where it has a path) and every route handler.
 * A procedure or handler without a row, or a row without one, fails `access-matrix.test.ts`.
 */
export type Answer = 'ok' | ErrorCode;
export type Answers = Readonly<Record<Caller, Answer>>;
export interface ProcedureRow {
  /** The call as its owner would make it; whatever it names is the owner's. */
  readonly input?: (world: World) => unknown;
  readonly answers: Answers;
  /** A read that leaves a trace (the audit). Mutations need not say it. */
  readonly writes?: true;
}

const everybody: Answers = { nobody: 'ok', stranger: 'ok', owner: 'ok', admin: 'ok', blocked: 'ok', readKey: 'ok' };
/** Reads of one's own things: a key that may read will do. */
const users: Answers = { ...everybody, nobody: 'not_signed_in', blocked: 'blocked' };
/** Changes of one's own things: a key that may only read will not do. */
const writers: Answers = { ...users, readKey: 'not_allowed' };
/** What no API key may do, whatever its scopes. */
const persons: Answers = writers;
/** What names a thing of the owner: for everybody else it is not there. */
const ownerOnly: Answers = { ...persons, stranger: 'not_found', admin: 'not_found' };
const admins: Answers = { ...writers, stranger: 'not_allowed', owner: 'not_allowed' };
const all = (answers: Answers, answer: Answer): Answers =>
  Object.fromEntries(Object.entries(answers).map(([who, was]) => [who, was === 'ok' ? answer : was])) as Answers;

const newPassword = 'correct horse battery staple';

export const procedureMatrix: Readonly<Record<string, ProcedureRow>> = {
  ping: { answers: everybody },
  'entrance.get': { answers: everybody },
  'registration.register': {
    input: ({ owner }) => ({ login: `new-${owner.marks[0]}`, password: newPassword }),
    answers: everybody,
  },

  'me.get': { answers: users },
  'me.update': { input: () => ({ displayName: 'Anew', timeZone: 'Asia/Omsk' }), answers: writers },

  'overview.get': { answers: users },

  'passwords.change': {
    input: () => ({ currentPassword: 'wrong', newPassword }),
    answers: all(persons, 'wrong_password'),
  },
  'passwords.create': {
    input: ({ owner }) => ({ login: `new-${owner.marks[0]}`, password: newPassword }),
    answers: all(persons, 'password_exists'),
  },

  'sessions.list': { answers: persons },
  'sessions.end': { input: ({ owner }) => ({ sessionId: owner.otherSessionId }), answers: ownerOnly },
  'sessions.endAll': { input: () => ({ keepCurrent: true }), answers: persons },

  'apiKeys.list': { answers: persons },
  'apiKeys.create': { input: () => ({ name: 'A key', scopes: ['read'] }), answers: persons },
  'apiKeys.revoke': { input: ({ owner }) => ({ keyId: owner.keyId }), answers: ownerOnly },

  'linking.createCode': { answers: persons },
  'linking.redeem': { input: () => ({ code: 'ABCD-EFGH' }), answers: all(persons, 'link_code_invalid') },
  'linking.unlink': { answers: all(persons, 'not_found') },

  'account.export': { answers: persons, writes: true },
  'account.delete': {
    input: () => ({ confirmation: 'somebody else' }),
    answers: all(persons, 'confirmation_mismatch'),
  },

  'setup.state': { input: () => ({}), answers: everybody },
  'setup.createAdmin': {
    input: ({ owner }) => ({ key: 'not-the-key', login: `new-${owner.marks[0]}`, password: newPassword }),
    answers: all(everybody, 'setup_closed'),
  },
  'setup.resetAdmin': {
    input: () => ({ key: 'not-the-key', password: newPassword }),
    answers: all(everybody, 'setup_link_invalid'),
  },
  'setup.confirmAddress': { answers: admins },
  'setup.saveBotToken': {
    input: () => ({ token: 'not a token of any bot' }),
    answers: all(admins, 'bot_token_refused'),
  },
  'setup.skipBot': { answers: admins },
  'setup.finish': { answers: admins },

  'admin.users.list': { input: () => ({}), answers: admins },
  'admin.users.get': { input: ({ owner }) => ({ userId: owner.id }), answers: admins },
  'admin.users.block': { input: ({ owner }) => ({ userId: owner.id, reason: 'A reason' }), answers: admins },
  'admin.users.unblock': { input: ({ blocked }) => ({ userId: blocked.id }), answers: admins },
  'admin.users.setRole': { input: ({ owner }) => ({ userId: owner.id, role: 'admin' }), answers: admins },
  'admin.audit.list': { input: () => ({}), answers: admins },
  'admin.invitations.list': { input: () => ({}), answers: admins },
  'admin.invitations.create': { input: () => ({ days: 3 }), answers: admins },
  'admin.invitations.revoke': { input: ({ invitationId }) => ({ invitationId }), answers: admins },

  'admin.system.status': { answers: admins },
  'admin.system.deadLetters': { answers: admins },
  'admin.system.retryDeadLetters': { input: ({ owner }) => ({ ids: [owner.id] }), answers: admins },
  'admin.system.discardDeadLetters': { input: ({ owner }) => ({ ids: [owner.id] }), answers: admins },
  'admin.telegram.troubles': { answers: admins },
  'admin.telegram.retryUpdates': { input: () => ({ ids: ['700:1'] }), answers: admins },
  'admin.telegram.settleMessages': { input: ({ owner }) => ({ ids: [owner.id], decision: 'leave' }), answers: admins },
};
