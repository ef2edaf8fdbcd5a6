'use client';
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import type { MenuEntry } from './menu-body.tsx';

const load = () => import('./menu-body.tsx').then((module) => ({ default: module.MenuBody }));
// Opens in a frame on the second use; the first loads it while the pointer comes near.
const MenuBody = lazy(load);

export type { MenuEntry };

/** A button with a list of deeds. The trigger is an ordinary button, so it stands before the menu's code has come. */
export function Menu({
  label,
  entries,
  className,
  children,
  side = 'bottom',
  align = 'end',
}: {
  /** Read aloud when the button holds no words. */
  label?: string;
  entries: readonly MenuEntry[];
  className?: string;
  children: ReactNode;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
}) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button
        ref={anchor}
        id={id}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        data-popup-open={open || undefined}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setUsed(true);
          setOpen(true);
        }}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
      >
        {children}
      </button>
      {used && (
        <Suspense fallback={null}>
          <MenuBody
            open={open}
            onOpen={setOpen}
            anchor={anchor}
            labelledBy={id}
            entries={entries}
            side={side}
            align={align}
          />
        </Suspense>
      )}
    </>
  );
}
