import { createHash, timingSafeEqual } from 'node:crypto';
import { configurationFaults, type Web, web } from '#/server/compose.web.ts';
import { environment } from '#/server/env.ts';
import { requestFacts } from '#/server/lib/request-facts.ts';
import { actorOf } from './actor.ts';

/** Who may see how the installation feels: this machine, whoever has METRICS_TOKEN, an admin's session. */
export async function isOperator(request: Request): Promise<boolean> {
  if (requestFacts()?.isLoopback) return true;
  const shown = /^bearer (\S{1,400})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const token = (webOrNull()?.deps.config ?? environment().config).metrics.token;
  if (shown && token && sameText(shown, token.reveal())) return true;
  if (shown || !request.headers.has('cookie') || !webOrNull()) return false;
  try {
    const actor = await actorOf(request);
    return actor.kind === 'user' && actor.role === 'admin';
  } catch {
    // Without a database nobody can show that he is an admin.
    return false;
  }
}

function webOrNull(): Web | null {
  return configurationFaults().length > 0 ? null : web();
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
