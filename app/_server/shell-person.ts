import 'server-only';
import type { Person } from '#/app/_ui/shell/person.ts';
import { web } from '#/server/compose.web.ts';
import { livePlace } from '#/server/live/data.ts';
import { api } from './api.ts';

/** What the frame of a signed-in page needs: the person, and the place where the page's live stream begins. */
export async function shellPerson(): Promise<{ person: Person; place: string }> {
  const [me, place] = await Promise.all([api().then((caller) => caller.me.get()), livePlace(web().deps.pool)]);
  const name = me.displayName || me.login || (me.telegram?.username ? `@${me.telegram.username}` : 'Stardesk');
  return { person: { name, role: me.role, isDemo: me.isDemo, theme: me.theme }, place };
}
