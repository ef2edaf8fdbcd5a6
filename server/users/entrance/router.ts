import { publicProcedure, router } from '#/server/trpc/init.ts';
import { findEntrance } from './data.ts';
import { entrance } from './schema.ts';

export const entranceRouter = router({
  get: publicProcedure
    .meta({
      openapi: {
        method: 'GET',
        path: '/entrance',
        tags: ['entrance'],
        summary: 'Which ways in are open',
        protect: false,
      },
    })
    .output(entrance)
    .query(({ ctx }) => findEntrance(ctx.deps)),
});
