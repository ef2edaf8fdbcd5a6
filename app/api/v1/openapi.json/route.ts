import { openApiDocument } from '#/server/trpc/openapi.ts';
import { door } from '../../../_server/door.ts';

/** For anybody: it describes calls, not data. */
export const GET = door(async ({ web }) =>
  Response.json(await openApiDocument(web.deps.config), { headers: { 'cache-control': 'no-store' } }),
);
