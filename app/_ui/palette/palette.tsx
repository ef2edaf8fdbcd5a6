'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Icon } from '../drawings/icon.tsx';
import { indexEntries, searchEntries } from './model.ts';
import { type PaletteItem, paletteItems, recentIds, rememberRecent, subscribeToItems } from './store.ts';

interface Group {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('shell.palette');
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Viewport className="dialog-place palette-place">
          <Dialog.Popup className="dialog palette" aria-label={t('title')}>
            <PaletteSearch onClose={onClose} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Before anything is typed the list is a reminder, not the catalogue. */
const shownUntyped = 40;

/** Mounted anew each time it opens: it starts empty, with what was used last. */
function PaletteSearch({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const groups = useGroups(useDeferredValue(typed));
  const options = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const active = Math.min(chosen, options.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[id="${listId}-${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);

  function choose(item: PaletteItem | undefined) {
    if (!item) return;
    rememberRecent(item.id);
    onClose();
    if (item.href) router.push(item.href);
    else item.run?.();
  }
  function onKeyDown(event: KeyboardEvent) {
    const last = options.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(active + 8, last),
      PageUp: Math.max(active - 8, 0),
    };
    const next = moves[event.key];
    if (next !== undefined) setChosen(next);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(options[active]);
    else return;
    event.preventDefault();
  }

  let at = -1;
  return (
    <>
      <div className="palette-input">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={t('title')}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          placeholder={t('placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Dialog.Close className="button button-quiet button-small">Esc</Dialog.Close>
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('title')} className="palette-list">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not a fieldset
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="menu-group-label" aria-hidden="true">
              {group.title}
            </div>
            {group.items.map((item) => {
              at += 1;
              const index = at;
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, see aria-activedescendant
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
                <div
                  key={item.id}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className="palette-option"
                  onPointerMove={() => setChosen(index)}
                  onClick={() => choose(item)}
                >
                  <Icon name={item.icon} />
                  <span>{item.label}</span>
                  {item.note && <small>{item.note}</small>}
                </div>
              );
            })}
          </div>
        ))}
        {options.length === 0 && <p className="palette-empty">{t('nothing')}</p>}
      </div>
      <span role="status" className="sr-only">
        {typed ? t('results', { count: options.length }) : ''}
      </span>
      <footer className="palette-foot" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keyMove')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('keyOpen')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('keyClose')}
        </span>
      </footer>
    </>
  );
}

function useGroups(typed: string): readonly Group[] {
  const t = useTranslations('shell.palette');
  const items = useSyncExternalStore(subscribeToItems, paletteItems, paletteItems);
  const index = useMemo(() => indexEntries(items), [items]);
  const recent = t('recent');
  return useMemo(() => {
    if (typed.trim()) return groupsOf(searchEntries(index, typed).map(({ entry }) => entry));
    const last = recentIds().flatMap((id) => items.find((item) => item.id === id) ?? []);
    const others = items.filter((item) => !last.includes(item)).slice(0, shownUntyped);
    return [...(last.length > 0 ? [{ title: recent, items: last }] : []), ...groupsOf(others)];
  }, [index, items, typed, recent]);
}

/** Groups in the order of their best items, items in the order they were found. */
function groupsOf(items: readonly PaletteItem[]): Group[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups].map(([title, members]) => ({ title, items: members }));
}
