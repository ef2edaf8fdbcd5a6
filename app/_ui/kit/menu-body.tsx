'use client';
import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import type { RefObject } from 'react';
import { Icon, type IconName } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

export type MenuEntry =
  | { kind: 'action'; label: string; icon?: IconName; danger?: boolean; disabled?: boolean; onPress: () => void }
  | { kind: 'link'; label: string; icon?: IconName; href: string }
  | { kind: 'choice'; label: string; value: string; options: readonly MenuOption[]; onValue: (value: string) => void }
  | { kind: 'rule' };
export interface MenuOption {
  value: string;
  label: string;
  icon?: IconName;
}

export function MenuBody({
  open,
  onOpen,
  anchor,
  labelledBy,
  entries,
  side,
  align,
}: {
  open: boolean;
  onOpen: (open: boolean) => void;
  anchor: RefObject<HTMLButtonElement | null>;
  labelledBy: string;
  entries: readonly MenuEntry[];
  side: 'top' | 'bottom';
  align: 'start' | 'end';
}) {
  return (
    <Base.Root open={open} onOpenChange={onOpen}>
      <Base.Portal>
        {/* At the end of the document, so it needs a landmark of its own. */}
        <section aria-labelledby={labelledBy}>
          <Base.Positioner className="menu-place" anchor={anchor} side={side} align={align} sideOffset={4}>
            <Base.Popup className="menu" finalFocus={anchor} aria-labelledby={labelledBy}>
              {entries.map((entry, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed while it is open
                <Entry key={index} entry={entry} />
              ))}
            </Base.Popup>
          </Base.Positioner>
        </section>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'rule') return <Base.Separator className="menu-rule" />;
  if (entry.kind === 'choice') {
    return (
      <Base.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onValue(value)}>
        <Base.GroupLabel className="menu-group-label">{entry.label}</Base.GroupLabel>
        {entry.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className="menu-item" closeOnClick={false}>
            {option.icon && <Icon name={option.icon} />}
            <span className="menu-label">{option.label}</span>
            <Base.RadioItemIndicator>
              <Icon name="done" size={16} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    );
  }
  const content = (
    <>
      {entry.icon && <Icon name={entry.icon} />}
      <span className="menu-label">{entry.label}</span>
    </>
  );
  if (entry.kind === 'link') {
    return (
      <Base.LinkItem className="menu-item" closeOnClick render={<Link href={entry.href} />}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item
      className={classNames('menu-item', entry.danger && 'menu-item-danger')}
      disabled={entry.disabled}
      onClick={entry.onPress}
    >
      {content}
    </Base.Item>
  );
}
