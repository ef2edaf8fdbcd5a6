import type { ReactNode } from 'react';
import { web } from '#/server/compose.web.ts';
import { findEntrance } from '#/server/users/entrance/data.ts';
import { Texts } from '../_ui/i18n/texts.tsx';
import { TelegramShell } from './_shell/telegram-shell.tsx';

/** Rendered for nobody: who it is, only Telegram's client can say, and it says so in the browser. */
export default async function MiniAppLayout({ children }: { children: ReactNode }) {
  const { botUsername } = await findEntrance(web().deps);
  return (
    <Texts namespaces={['tg', 'overview', 'audit', 'settings']}>
      <TelegramShell botUsername={botUsername}>{children}</TelegramShell>
    </Texts>
  );
}
