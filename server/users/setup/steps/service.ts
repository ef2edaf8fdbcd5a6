import type { z } from 'zod';
import { type Tx, transaction } from '#/server/lib/db.ts';
import type { Deps } from '#/server/lib/deps.ts';
import { fail, type Result, succeed } from '#/server/lib/errors.ts';
import { Secret } from '#/server/lib/secret.ts';
import type { AuditAction, AuditDetails } from '../../audit/model.ts';
import { recordAudit } from '../../audit/service.ts';
import { limitRules } from '../../limits/model.ts';
import { consumeTry } from '../../limits/service.ts';
import { botIdOf, rememberBotIdentity, sealBotToken } from '../bot-token/service.ts';
import { mayGoOn, progressKey, readProgress } from '../data.ts';
import type { SetupProgress } from '../model.ts';
import type { IdentifyBot } from '../ports.ts';
import type { botIdentity } from '../schema.ts';

type StepDeps = Pick<Deps, 'db' | 'pool' | 'config' | 'envelopes'>;
interface StepInput {
  readonly adminId: string;
  readonly address: string;
  readonly now: Date;
}
type StepResult = Result<void, 'not_allowed'>;

export function confirmAddress(deps: StepDeps, input: StepInput): Promise<StepResult> {
  return takeStep(deps, input, { addressConfirmed: true }, 'setup.address_confirmed');
}

/** The bot can be named later: until then everything but Telegram works. */
export function skipBot(deps: StepDeps, input: StepInput): Promise<StepResult> {
  return takeStep(deps, input, { botSkipped: true }, 'setup.bot_skipped');
}

export function finishSetup(deps: StepDeps, input: StepInput): Promise<StepResult> {
  return takeStep(deps, input, { finished: true }, 'setup.finished');
}

/** Checked with Telegram first, outside of any transaction; a token Telegram does not know is not kept. */
export async function saveBotToken(
  deps: StepDeps & { readonly identifyBot: IdentifyBot },
  input: StepInput & { token: string },
): Promise<
  Result<
    z.output<typeof botIdentity>,
    'not_allowed' | 'bot_token_refused' | 'telegram_unreachable' | 'too_many_requests'
  >
> {
  const { adminId, now } = input;
  if (!(await mayGoOn(deps, await readProgress(deps.db), adminId))) return fail('not_allowed');
  const token = new Secret(input.token);
  if (!/^\d{3,20}:[\w-]{30,60}$/.test(input.token)) return fail('bot_token_refused');
  const tries = await consumeTry(deps, limitRules.checkBotToken, [adminId], now);
  if (!tries.allowed) return fail('too_many_requests', { seconds: tries.seconds });
  const bot = await deps.identifyBot(token);
  if (bot.kind === 'unreachable') return fail('telegram_unreachable');
  if (bot.kind === 'refused' || botIdOf(token) !== String(bot.id)) return fail('bot_token_refused');
  const taken = await takeStep(
    deps,
    input,
    { botSkipped: false },
    'setup.bot_saved',
    { bot: bot.username },
    async (tx) => {
      await sealBotToken(deps, tx, { token, now });
      await rememberBotIdentity(tx, bot);
    },
  );
  return taken.ok ? succeed({ id: String(bot.id), username: bot.username }) : taken;
}

async function takeStep(
  deps: StepDeps,
  { adminId, address, now }: StepInput,
  changes: Partial<SetupProgress>,
  action: AuditAction,
  details?: AuditDetails,
  alongside?: (tx: Tx) => Promise<void>,
): Promise<StepResult> {
  return transaction<void, 'not_allowed'>(deps.db, async (tx) => {
    const progress = await readProgress(tx);
    // On this transaction's connection: twenty at once, each wanting a second one, would wait for each other.
    if (!(await mayGoOn({ db: tx, config: deps.config }, progress, adminId))) return fail('not_allowed');
    await writeProgress(tx, { ...progress, adminId: progress.finished ? progress.adminId : adminId, ...changes });
    await alongside?.(tx);
    await recordAudit(tx, { at: now, actorId: adminId, action, address, ...(details ? { details } : {}) });
    return succeed();
  });
}

export async function writeProgress(tx: Pick<Tx, 'setting'>, value: SetupProgress): Promise<void> {
  await tx.setting.upsert({ where: { key: progressKey }, create: { key: progressKey, value }, update: { value } });
}
