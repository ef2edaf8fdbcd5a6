import type { z } from 'zod';
import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { adminExists } from '../admins/service.ts';
import { findCode } from '../codes/service.ts';
import type { Actor } from '../model.ts';
import { installationBot } from './bot-token/service.ts';
import { doneSteps, nextStep, nothingDone, type SetupProgress, setupProgress } from './model.ts';
import type { setupState } from './schema.ts';

type SetupState = z.output<typeof setupState>;
type SetupDeps = Pick<Deps, 'db' | 'config' | 'envelopes'>;
export const progressKey = 'setup.progress';
const nothingToTell = { linkExpiresAt: null, resetLogin: null, progress: null };

export async function readProgress(db: Pick<Tx, 'setting'>): Promise<SetupProgress> {
  const setting = await db.setting.findUnique({ where: { key: progressKey } });
  return setupProgress.safeParse(setting?.value).data ?? nothingDone;
}

/** What the asker may know and do next. */
export async function findSetupState(
  deps: SetupDeps,
  input: { actor: Actor; key: string | null; now: Date },
): Promise<SetupState> {
  const { actor, key, now } = input;
  if (!(await adminExists(deps, deps.db))) {
    const link = key ? await findCode(deps, deps.db, { scope: 'first-admin', code: key, now }) : null;
    return {
      ...nothingToTell,
      stage: link ? 'create_admin' : 'link_needed',
      linkExpiresAt: link?.expiresAt.toISOString() ?? null,
    };
  }
  const reset = key ? await findCode(deps, deps.db, { scope: 'admin-reset', code: key, now }) : null;
  if (reset?.userId) {
    const { login } = await deps.db.user.findUniqueOrThrow({ where: { id: reset.userId }, select: { login: true } });
    const linkExpiresAt = reset.expiresAt.toISOString();
    return { ...nothingToTell, stage: 'reset_admin', linkExpiresAt, resetLogin: login };
  }
  if (actor.kind !== 'user' || actor.role !== 'admin' || actor.door.kind === 'api-key') {
    return { ...nothingToTell, stage: 'closed' };
  }
  const progress = await readProgress(deps.db);
  if (!(await mayGoOn(deps, progress, actor.userId))) return { ...nothingToTell, stage: 'closed' };
  return { ...nothingToTell, stage: 'steps', progress: await describeProgress(deps, progress) };
}

/** The admin who began goes on alone, until it is finished; should he be gone, the next admin takes over. */
export async function mayGoOn(
  deps: { readonly db: Pick<Tx, 'user'>; readonly config: Deps['config'] },
  progress: SetupProgress,
  adminId: string,
): Promise<boolean> {
  if (progress.finished || progress.adminId === null || progress.adminId === adminId) return true;
  const beginner = await deps.db.user.findUnique({ where: { id: progress.adminId } });
  const { adminUserIds } = deps.config;
  const named = beginner?.telegramId != null && adminUserIds.includes(beginner.telegramId);
  return (
    !beginner || beginner.deletedAt !== null || beginner.blockedAt !== null || (beginner.role !== 'admin' && !named)
  );
}

async function describeProgress(deps: SetupDeps, progress: SetupProgress): Promise<SetupState['progress']> {
  const bot = await installationBot(deps);
  const done = doneSteps(progress, bot.source !== 'none');
  const { http, registration, mode } = deps.config;
  return {
    done,
    next: nextStep(done),
    address: { publicUrl: http.publicUrl, registration, mode },
    bot: { ...bot, skipped: progress.botSkipped },
  };
}
