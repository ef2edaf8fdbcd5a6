import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { web } from '#/server/compose.web.ts';
import { callerAddress, requestFacts } from '#/server/lib/request-facts.ts';
import { localeOfRequest } from '#/server/texts/locale-of-request.ts';
import { createCallerFactory } from '#/server/trpc/init.ts';
import { appRouter } from '#/server/trpc/root.ts';
import { currentActor } from './session.ts';

const createCaller = createCallerFactory(appRouter);

/** The procedures for server components: `const { items } = await (await api()).sessions.list()`. */
export const api = cache(async () => {
  const [head, actor, { deps, ports }] = [await headers(), await currentActor(), web()];
  return createCaller({
    deps,
    ports,
    actor,
    locale: localeOfRequest(head),
    requestId: requestFacts()?.id ?? crypto.randomUUID(),
    address: callerAddress(),
    now: deps.clock.now(),
  });
});
