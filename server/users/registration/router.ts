import { publicProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { registered, registerInput } from './schema.ts';
import { register } from './service.ts';

export const registrationRouter = router({
  register: publicProcedure
    .meta({
      openapi: { method: 'POST', path: '/registration', tags: ['entrance'], summary: 'Register', protect: false },
    })
    .input(registerInput)
    .output(registered)
    .mutation(async ({ ctx: { deps, address, now }, input }) =>
      unwrap(await register(deps, { ...input, address, now })),
    ),
});
