import { handleTrpc, trpcFailure } from '#/server/trpc/trpc-handler.ts';
import { contextOf } from '../../../_server/context.ts';
import { door } from '../../../_server/door.ts';

const handler = door(async (call) => handleTrpc(call.request, call.body.toString('utf8'), await contextOf(call)), {
  refuse: trpcFailure,
});

export { handler as GET, handler as POST };
