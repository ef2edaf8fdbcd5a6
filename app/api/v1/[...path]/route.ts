import { handleRest } from '#/server/trpc/rest/rest-handler.ts';
import { contextOf } from '../../../_server/context.ts';
import { door } from '../../../_server/door.ts';

const handler = door(async (call) => handleRest(call.request, call.body, await contextOf(call)));

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
