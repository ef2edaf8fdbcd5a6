/** Toasts from anywhere in the browser: `showToast({ text, undo })`. The host in the root layout draws them. */
export interface ToastOptions {
  text: string;
  tone?: 'plain' | 'bad';
  /** The deed is done already; this takes it back. Shown for 8 s with a countdown. */
  undo?: () => void;
  /** A fix or a place to look, instead of undo. */
  action?: { label: string; onPress: () => void };
  /** The same id replaces the earlier toast. */
  id?: string;
}

export const undoMs = 8000;
const plainMs = 5000;

export function toastMs(options: ToastOptions): number {
  return options.undo ? undoMs : plainMs;
}

type Listener = (options: ToastOptions) => void;
let listener: Listener | null = null;
let wakeHost: (() => void) | null = null;
const waiting: ToastOptions[] = [];

export function showToast(options: ToastOptions): void {
  if (listener) {
    listener(options);
    return;
  }
  waiting.push(options);
  wakeHost?.();
}

/** The host loads the viewport at the first toast. */
export function onFirstToast(wake: () => void): () => void {
  wakeHost = wake;
  if (waiting.length > 0) wake();
  return () => {
    wakeHost = null;
  };
}

export function receiveToasts(next: Listener): () => void {
  listener = next;
  for (const options of waiting.splice(0)) next(options);
  return () => {
    listener = null;
  };
}
