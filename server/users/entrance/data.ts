import type { z } from 'zod';
import type { Deps } from '#/server/lib/deps.ts';
import { adminExists } from '../admins/service.ts';
import { installationBot } from '../setup/bot-token/service.ts';
import type { entrance } from './schema.ts';

export async function findEntrance(
  deps: Pick<Deps, 'db' | 'config' | 'envelopes'>,
): Promise<z.output<typeof entrance>> {
  const [hasAdmin, bot] = await Promise.all([adminExists(deps, deps.db), installationBot(deps)]);
  return {
    registration: deps.config.registration,
    demo: deps.config.mode === 'demo',
    adminExists: hasAdmin,
    botUsername: bot.username,
  };
}
