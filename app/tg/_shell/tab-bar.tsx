'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '#/app/_ui/drawings/icon.tsx';
import type { Messages } from '#/server/texts/ru.ts';

interface Tab {
  readonly key: keyof Messages['tg']['tabs'];
  readonly href: string;
  readonly icon: IconName;
}
/** A room adds its tab when it works; five fit. */
const tabs: readonly Tab[] = [
  { key: 'now', href: '/tg', icon: 'home' },
  { key: 'settings', href: '/tg/settings', icon: 'person' },
];

export function TabBar() {
  const t = useTranslations('tg');
  const path = usePathname();
  const isCurrent = ({ href }: Tab) => (href === '/tg' ? path === '/tg' : path.startsWith(href));
  return (
    <nav className="mini-app-tabs" aria-label={t('sections')}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          replace
          className="mini-app-tab"
          aria-current={isCurrent(tab) ? 'page' : undefined}
        >
          <Icon name={tab.icon} size={24} />
          {t(`tabs.${tab.key}`)}
        </Link>
      ))}
    </nav>
  );
}
