import { admin } from './en/admin.ts';
import { apiDocs } from './en/api-docs.ts';
import { audit } from './en/audit.ts';
import { auth } from './en/auth.ts';
import { bot } from './en/bot.ts';
import { broken } from './en/broken.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { landing } from './en/landing.ts';
import { legal } from './en/legal.ts';
import { overview } from './en/overview.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { shell } from './en/shell.ts';
import { site } from './en/site.ts';
import { tg } from './en/tg.ts';
import { ui } from './en/ui.ts';
import type { Messages } from './ru.ts';
import type { Shape } from './shape.ts';

export const en = {
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
} as const satisfies Shape<Messages>;
