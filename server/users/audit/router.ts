import { adminProcedure, router } from '#/server/trpc/init.ts';
import { listAudit } from './data.ts';
import { auditPage, auditQuery } from './schema.ts';

export const auditRouter = router({
  list: adminProcedure
    .meta({ openapi: { method: 'GET', path: '/admin/audit', tags: ['admin'], summary: 'Who did what', protect: true } })
    .input(auditQuery)
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.deps, input)),
});
