import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor, SignedInActor } from '#/server/users/model.ts';
import { actorOfHeaders } from './actor.ts';

/** Who looks at the page; asked once for everything on it. */
export const currentActor = cache(async (): Promise<Actor> => actorOfHeaders(await headers()));

/** For pages of the dashboard. Guards the page only: every procedure asks for itself. */
export async function requireUserPage(returnTo = '/app'): Promise<SignedInActor> {
  const actor = await currentActor();
  if (actor.kind === 'user') return actor;
  const reason = actor.kind === 'refused' ? `&error=${actor.code}` : '';
  redirect(`/login?next=${encodeURIComponent(returnTo)}${reason}`);
}

/** Whoever is not an admin is sent to his own desk. */
export async function requireAdminPage(returnTo = '/admin'): Promise<SignedInActor> {
  const actor = await requireUserPage(returnTo);
  if (actor.role !== 'admin') redirect('/app');
  return actor;
}
