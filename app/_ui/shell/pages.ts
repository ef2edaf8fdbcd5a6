import type { Messages } from '#/server/texts/ru.ts';
import type { UserRole } from '#/server/users/model.ts';
import type { IconName } from '../drawings/icon.tsx';

export type Area = 'app' | 'admin';
export type PageKey = keyof Messages['shell']['pages'];

export interface PageRow {
  readonly key: PageKey;
  readonly href: string;
  readonly icon: IconName;
  /** In whose rail it stands; the palette offers every page that the person may open. */
  readonly area: Area;
  /** Pages of one group stand together, groups are parted by a hairline. `palette`: only there. */
  readonly group: 'work' | 'money' | 'own' | 'palette';
  readonly roles: readonly UserRole[];
  /** Its place in the phone's bottom bar, which takes four; the rest is behind «Ещё». */
  readonly bar?: 1 | 2 | 3 | 4;
}

const everybody = ['user', 'admin'] as const;
const admins = ['admin'] as const;

/** Every page of the desk and the admin. A room adds its row here and its name in texts/<language>/shell.ts, when the page works. */
export const pages: readonly PageRow[] = [
  { key: 'overview', href: '/app', icon: 'home', area: 'app', group: 'work', roles: everybody, bar: 1 },
  { key: 'settings', href: '/app/settings', icon: 'settings', area: 'app', group: 'own', roles: everybody, bar: 4 },
  { key: 'security', href: '/app/settings/security', icon: 'lock', area: 'app', group: 'palette', roles: everybody },
  { key: 'telegram', href: '/app/settings/telegram', icon: 'plane', area: 'app', group: 'palette', roles: everybody },
  { key: 'apiKeys', href: '/app/settings/api-keys', icon: 'key', area: 'app', group: 'palette', roles: everybody },
  { key: 'appearance', href: '/app/settings/appearance', icon: 'sun', area: 'app', group: 'palette', roles: everybody },
  { key: 'data', href: '/app/settings/data', icon: 'download', area: 'app', group: 'palette', roles: everybody },
  { key: 'apiDocs', href: '/docs/api', icon: 'code', area: 'app', group: 'palette', roles: everybody },
  { key: 'support', href: '/support', icon: 'help', area: 'app', group: 'palette', roles: everybody },
  { key: 'toAdmin', href: '/admin', icon: 'shield', area: 'app', group: 'own', roles: admins },
  { key: 'adminHealth', href: '/admin', icon: 'health', area: 'admin', group: 'work', roles: admins, bar: 1 },
  { key: 'adminQueue', href: '/admin/queue', icon: 'queue', area: 'admin', group: 'work', roles: admins, bar: 2 },
  { key: 'adminUsers', href: '/admin/users', icon: 'people', area: 'admin', group: 'work', roles: admins, bar: 3 },
  { key: 'adminAudit', href: '/admin/audit', icon: 'audit', area: 'admin', group: 'work', roles: admins, bar: 4 },
  { key: 'adminInvitations', href: '/admin/invitations', icon: 'link', area: 'admin', group: 'palette', roles: admins },
  { key: 'toApp', href: '/app', icon: 'home', area: 'admin', group: 'own', roles: admins },
];

export function pagesOf(area: Area, role: UserRole): PageRow[] {
  return pages.filter((page) => page.area === area && page.group !== 'palette' && page.roles.includes(role));
}

/** Each address once: the rails of both areas lead to each other. */
export function palettePages(area: Area, role: UserRole): PageRow[] {
  const own = pages.filter((page) => page.roles.includes(role));
  const ordered = [...own.filter((page) => page.area === area), ...own.filter((page) => page.area !== area)];
  const seen = new Set<string>();
  return ordered.filter((page) => !seen.has(page.href) && seen.add(page.href));
}

/** The row that `path` belongs to: the longest address that it begins with. */
export function currentPage(path: string, rows: readonly PageRow[]): PageRow | undefined {
  return rows
    .filter((page) => path === page.href || path.startsWith(`${page.href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
}
