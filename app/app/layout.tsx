import type { ReactNode } from 'react';
import { requireUserPage } from '../_server/session.ts';
import { shellPerson } from '../_server/shell-person.ts';
import { Texts } from '../_ui/i18n/texts.tsx';
import { LiveProvider } from '../_ui/live/live.tsx';
import { AppShell } from '../_ui/shell/app-shell.tsx';
import { LiveStatus } from '../_ui/shell/live-status.tsx';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requireUserPage('/app');
  const { person, place } = await shellPerson();
  return (
    <Texts namespaces={['shell']}>
      <LiveProvider place={place}>
        <AppShell area="app" person={person} status={<LiveStatus />}>
          {children}
        </AppShell>
      </LiveProvider>
    </Texts>
  );
}
