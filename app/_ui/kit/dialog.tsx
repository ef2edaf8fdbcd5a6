'use client';
import { lazy, Suspense, useRef } from 'react';
import type { DialogBodyProps } from './dialog-body.tsx';

// The dialog's machinery (focus, inert page, scroll) is loaded when the first one opens.
const DialogBody = lazy(() => import('./dialog-body.tsx').then((module) => ({ default: module.DialogBody })));

export type DialogProps = DialogBodyProps;

/**
 * Controlled: `open`, `onClose`. Buttons go into `footer`. `sheet`: from below on a phone, from the right elsewhere.
 * Everything outside is inert while it is open; Escape and the close button end it, focus returns where it was.
 */
export function Dialog(props: DialogProps) {
  const wasOpen = useRef(false);
  if (props.open) wasOpen.current = true;
  if (!wasOpen.current) return null;
  return (
    <Suspense fallback={null}>
      <DialogBody {...props} />
    </Suspense>
  );
}
