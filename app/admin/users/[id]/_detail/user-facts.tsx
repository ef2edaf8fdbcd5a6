import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Facts } from '#/app/_ui/kit/facts.tsx';
import { Num } from '#/app/_ui/numbers/amount.tsx';
import { Moment } from '#/app/_ui/numbers/moment.tsx';
import { TimeAgo } from '#/app/_ui/numbers/time-ago.tsx';
import type { userDetail } from '#/server/users/admin/schema.ts';
import { UserState } from '../../_list/user-state.tsx';

export type UserDetail = z.output<typeof userDetail>;

export function UserFacts({ user }: { user: UserDetail }) {
  const t = useTranslations('admin');
  const facts = [
    { name: t('users.state'), value: <UserState state={user.state} /> },
    { name: t('users.role'), value: t(`users.roles.${user.role}`) },
    { name: t('users.name'), value: user.login ?? '' },
    { name: t('users.telegram'), value: telegramOf(user) },
    { name: t('users.created'), value: <Moment at={user.createdAt} /> },
    { name: t('users.seen'), value: user.lastSeenAt ? <TimeAgo at={user.lastSeenAt} /> : t('users.never') },
    { name: t('user.sessions'), value: <Num value={user.openSessions} /> },
    { name: t('user.apiKeys'), value: <Num value={user.apiKeys} /> },
    { name: t('user.blockedAt'), value: user.blockedAt ? <Moment at={user.blockedAt} /> : '' },
    { name: t('user.reason'), value: user.blockedReason ?? '' },
    { name: t('user.id'), value: <span className="mono text-12">{user.id}</span> },
  ];
  return (
    <>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
      {user.roleFixed && <p className="hint">{t('user.roleFixed')}</p>}
    </>
  );
}

function telegramOf({ telegramUsername, telegramId }: UserDetail): string {
  return [telegramUsername && `@${telegramUsername}`, telegramId].filter(Boolean).join(' · ');
}
