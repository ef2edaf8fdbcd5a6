import type { Context, MiddlewareFn } from 'grammy';
import type { Deps } from '#/server/lib/deps.ts';
import { defaultLocale, type Locale } from '#/server/texts/shape.ts';
import { translatorFor } from '#/server/texts/translate.ts';
import type { OwnedData } from '#/server/users/account/model.ts';
import { findWriter } from './data.ts';

export type BotDeps = Pick<Deps, 'config' | 'db' | 'pool' | 'clock' | 'log' | 'envelopes'> & {
  /** For the joining of two accounts of one person. */
  readonly ownedData: readonly OwnedData[];
};

/** What every handler of the bot finds beside grammY's own. */
export interface StardeskContext extends Context {
  deps: BotDeps;
  locale: Locale;
  t: ReturnType<typeof translatorFor>;
  /** Blocked in the product: every door says so, this one too. */
  isBlocked: boolean;
  /** One moment for the whole update. */
  now: Date;
}

export function enrich(deps: BotDeps): MiddlewareFn<StardeskContext> {
  return async (ctx, next) => {
    ctx.deps = deps;
    ctx.now = deps.clock.now();
    const writer = ctx.from ? await findWriter(deps, ctx.from) : { locale: defaultLocale, isBlocked: false };
    ctx.locale = writer.locale;
    ctx.isBlocked = writer.isBlocked;
    ctx.t = translatorFor(ctx.locale);
    await next();
  };
}
