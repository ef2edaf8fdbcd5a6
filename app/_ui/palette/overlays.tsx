'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { isTypingIn, overlayFor, singleKeysOn } from './keys.ts';
import { type Overlay, onOverlay } from './store.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Shortcuts = lazy(() => import('./shortcuts.tsx').then((module) => ({ default: module.Shortcuts })));

/** Listens to the keys; loads the palette and the help when they are first wanted. */
export function PaletteOverlays() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [used, setUsed] = useState<{ palette?: true; shortcuts?: true }>({});

  useEffect(() => {
    function show(next: Overlay) {
      setOverlay(next);
      if (next) setUsed((before) => ({ ...before, [next]: true }));
    }
    function onKey(event: KeyboardEvent) {
      const next = event.defaultPrevented ? null : overlayFor(event, isTypingIn(event.target));
      if (!next || (!event.metaKey && !event.ctrlKey && !singleKeysOn())) return;
      // A window that is open keeps the keys to itself. By class: a toast is a role="dialog" too.
      if (document.querySelector('.dialog, .menu')) return;
      event.preventDefault();
      show(next);
    }
    document.addEventListener('keydown', onKey);
    const forget = onOverlay(show);
    return () => {
      document.removeEventListener('keydown', onKey);
      forget();
    };
  }, []);

  const close = () => setOverlay(null);
  return (
    <Suspense fallback={null}>
      {used.palette && <Palette open={overlay === 'palette'} onClose={close} />}
      {used.shortcuts && <Shortcuts open={overlay === 'shortcuts'} onClose={close} />}
    </Suspense>
  );
}
