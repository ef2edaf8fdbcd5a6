import { initTRPC, TRPCError } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import type { Deps } from '#/server/lib/deps.ts';
import type { Failure, Result } from '#/server/lib/errors.ts';
import { withSpan } from '#/server/lib/tracing.ts';
import type { Ports } from '#/server/ports.ts';
import type { Locale } from '#/server/texts/shape.ts';
import type { Actor, ApiScope, SignedInActor } from '#/server/users/model.ts';
import { type ErrorCode, httpStatusOf } from './error-table.ts';
import { describeFailure, ExpectedFailure, toFailure, trpcCodeOf } from './failures.ts';

export interface TrpcContext {
  readonly deps: Deps;
  /** Systems outside that some calls ask. */
  readonly ports: Ports;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  /** The caller's network address, for limits and the audit. */
  readonly address: string;
  /** One moment for the whole request. */
  readonly now: Date;
  /** REST's Idempotency-Key, already owner and key in one text: money names it in its natural key. */
  readonly idempotencyKey?: string;
}

export interface ProcedureMeta extends OpenApiMeta {
  /** What an API key needs beyond the default (`read` for queries, `write` for mutations). */
  readonly scope?: ApiScope;
  /** Running it twice with one `ctx.idempotencyKey` is harmless: REST may run it again after a crash. */
  readonly repeatsSafely?: true;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const failure = toFailure(error);
      const requestId = ctx?.requestId ?? '';
      return {
        code: shape.code,
        // No stack, no cause: what a person may know is the failure and its sentence.
        message: describeFailure(failure, ctx?.locale ?? 'ru', requestId),
        data: {
          code: shape.data.code,
          httpStatus: httpStatusOf[failure.code],
          path: shape.data.path,
          requestId,
          failure,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
export const mergeRouters = t.mergeRouters;

/** Anybody. Each call is a span of its own: a batch shows which of its calls was slow. */
export const publicProcedure = t.procedure.use(({ path, type, next }) =>
  withSpan(`${type} ${path}`, { 'rpc.system': 'trpc', 'rpc.method': path }, () => next()),
);

/** A signed-in user through any door; an API key needs the scope of the call. */
export const userProcedure = publicProcedure.use(({ ctx, meta, type, next }) => {
  const actor = requireUser(ctx.actor);
  if (actor.door.kind === 'api-key') {
    const scope = meta?.scope ?? (type === 'query' ? 'read' : 'write');
    if (!actor.door.scopes.includes(scope)) throw failureError({ code: 'not_allowed' });
  }
  return next({ ctx: { ...ctx, actor } });
});

/** A person at a browser or in the Mini App: what an API key must never do (passwords, keys, sessions, deletion). */
export const personProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.actor.door.kind === 'api-key') throw failureError({ code: 'not_allowed' });
  return next();
});

export const adminProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== 'admin') throw failureError({ code: 'not_allowed' });
  if (ctx.actor.door.kind === 'api-key' && !ctx.actor.door.scopes.includes('admin')) {
    throw failureError({ code: 'not_allowed' });
  }
  return next();
});

/** An admin in person: what not even an admin's key may do. */
export const adminPersonProcedure = adminProcedure.use(({ ctx, next }) => {
  if (ctx.actor.door.kind === 'api-key') throw failureError({ code: 'not_allowed' });
  return next();
});

function requireUser(actor: Actor): SignedInActor {
  if (actor.kind === 'refused') throw failureError({ code: actor.code });
  if (actor.kind !== 'user') throw failureError({ code: 'not_signed_in' });
  return actor;
}

export function failureError(failure: Failure<ErrorCode>): TRPCError {
  return new TRPCError({ code: trpcCodeOf(failure.code), message: failure.code, cause: new ExpectedFailure(failure) });
}

/** The edge's way to turn a service's answer into a value or an error of the transport. */
export function unwrap<Value>(result: Result<Value, ErrorCode>): Value {
  if (result.ok) return result.value;
  throw failureError(result.failure);
}
