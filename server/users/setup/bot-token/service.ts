import { z } from 'zod';
import type { Tx } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { readSecret, storeSecret } from '#/server/lib/sealed-secrets.ts';
import type { Secret } from '#/server/lib/secret.ts';

/** Secrets of the installation rather than of a person. */
export const installationOwner = '00000000-0000-0000-0000-000000000000';
const savedToken = { ownerId: installationOwner, kind: 'bot_token' };
const identityKey = 'bot.identity';
const identity = z.object({ id: z.string().max(20), username: z.string().max(64) });

type TokenDeps = Pick<Deps, 'db' | 'config' | 'envelopes'>;
export interface InstallationBot {
  readonly source: 'environment' | 'saved' | 'none';
  readonly id: string | null;
  /** Null until Telegram was asked once. */
  readonly username: string | null;
}

/** The environment wins over what was saved in /setup. */
export async function installationBotToken({ db, config, envelopes }: TokenDeps): Promise<Secret | null> {
  if (config.telegram.botToken) return config.telegram.botToken;
  return readSecret({ envelopes }, db, savedToken);
}

export async function installationBot(deps: TokenDeps): Promise<InstallationBot> {
  const token = await installationBotToken(deps);
  if (!token) return { source: 'none', id: null, username: null };
  const setting = await deps.db.setting.findUnique({ where: { key: identityKey } });
  const known = identity.safeParse(setting?.value).data;
  const id = botIdOf(token);
  return {
    source: deps.config.telegram.botToken ? 'environment' : 'saved',
    id,
    username: known?.id === id ? known.username : null,
  };
}

export async function sealBotToken(
  deps: Pick<Deps, 'envelopes'>,
  tx: Tx,
  { token, now }: { token: Secret; now: Date },
): Promise<void> {
  await storeSecret(deps, tx, { ...savedToken, secret: token, now });
}

/** Whoever has asked Telegram (the setup, the worker at its start) writes down the answer. */
export async function rememberBotIdentity(
  tx: Pick<Tx, 'setting'>,
  bot: { readonly id: bigint; readonly username: string },
): Promise<void> {
  const value = { id: String(bot.id), username: bot.username };
  await tx.setting.upsert({ where: { key: identityKey }, create: { key: identityKey, value }, update: { value } });
}

/** `123456789:AA…`: the number in front is the bot's Telegram id. */
export function botIdOf(token: Secret): string | null {
  return /^(\d{3,20}):/.exec(token.reveal())?.[1] ?? null;
}
