import type { ReactNode } from 'react';
import { requireAdminPage } from '../_server/session.ts';
import { shellPerson } from '../_server/shell-person.ts';
import { ApiProvider } from '../_ui/api/provider.tsx';
import { Texts } from '../_ui/i18n/texts.tsx';
import { LiveProvider } from '../_ui/live/live.tsx';
import { AppShell } from '../_ui/shell/app-shell.tsx';
import { LiveStatus } from '../_ui/shell/live-status.tsx';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdminPage('/admin');
  const { person, place } = await shellPerson();
  return (
    <Texts namespaces={['shell']}>
      <LiveProvider place={place}>
        <AppShell area="admin" person={person} status={<LiveStatus />}>
          <ApiProvider>{children}</ApiProvider>
        </AppShell>
      </LiveProvider>
    </Texts>
  );
}
