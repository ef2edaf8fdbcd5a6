import { admin } from './ru/admin.ts';
import { apiDocs } from './ru/api-docs.ts';
import { audit } from './ru/audit.ts';
import { auth } from './ru/auth.ts';
import { bot } from './ru/bot.ts';
import { broken } from './ru/broken.ts';
import { common } from './ru/common.ts';
import { errors } from './ru/errors.ts';
import { landing } from './ru/landing.ts';
import { legal } from './ru/legal.ts';
import { overview } from './ru/overview.ts';
import { settings } from './ru/settings.ts';
import { setup } from './ru/setup.ts';
import { shell } from './ru/shell.ts';
import { site } from './ru/site.ts';
import { tg } from './ru/tg.ts';
import { ui } from './ru/ui.ts';

/** One catalogue for web and bot; a namespace a file. */
export const ru = {
  admin,
  settings,
  audit,
  overview,
  apiDocs,
  auth,
  bot,
  broken,
  common,
  errors,
  landing,
  legal,
  setup,
  shell,
  site,
  tg,
  ui,
} as const;
export type Messages = typeof ru;
