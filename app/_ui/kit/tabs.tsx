'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: ReactNode;
}

/** Parts of a section, each with its own address. Tabs within a page: keep the choice in the URL and use ToggleChip or Segmented. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const path = usePathname();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} className="tab" aria-current={path === tab.href ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <b>{tab.count}</b>}
        </Link>
      ))}
    </nav>
  );
}
