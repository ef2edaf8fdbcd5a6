import { adminProcedure, router, unwrap } from '#/server/trpc/init.ts';
import { done } from '../schema.ts';
import { listInvitations } from './data.ts';
import {
  createdInvitation,
  createInvitationInput,
  invitationPage,
  invitationQuery,
  revokeInvitationInput,
} from './schema.ts';
import { createInvitation, revokeInvitation } from './service.ts';

const tags = ['admin'];
const path = '/admin/invitations';

export const invitationsRouter = router({
  list: adminProcedure
    .meta({ openapi: { method: 'GET', path, tags, summary: 'Invitations', protect: true } })
    .input(invitationQuery)
    .output(invitationPage)
    .query(({ ctx: { deps, now }, input }) => listInvitations(deps, { ...input, now })),
  create: adminProcedure
    .meta({ openapi: { method: 'POST', path, tags, summary: 'Make an invitation', protect: true } })
    .input(createInvitationInput)
    .output(createdInvitation)
    .mutation(({ ctx: { deps, actor, address, now }, input }) =>
      createInvitation(deps, { ...input, adminId: actor.userId, address, now }),
    ),
  revoke: adminProcedure
    .meta({
      openapi: {
        method: 'DELETE',
        path: `${path}/{invitationId}`,
        tags,
        summary: 'Revoke an invitation',
        protect: true,
      },
    })
    .input(revokeInvitationInput)
    .output(done)
    .mutation(async ({ ctx: { deps, actor, address, now }, input }) =>
      unwrap(await revokeInvitation(deps, { ...input, adminId: actor.userId, address, now })),
    ),
});
