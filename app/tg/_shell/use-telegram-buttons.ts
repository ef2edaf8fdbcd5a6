'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import {
  hideMainButton,
  onBackButton,
  onMainButton,
  showBackButton,
  showMainButton,
} from '#/app/_ui/telegram/bridge.ts';
import { useTelegram } from './telegram-context.ts';

/** The screen's primary action in Telegram's own button; no action, no button. */
export function useMainButton(
  action: { text: string; onPress: () => void; isBusy?: boolean; isEnabled?: boolean } | null,
) {
  const { button } = useTelegram();
  const press = useRef(action?.onPress);
  useEffect(() => {
    press.current = action?.onPress;
  });
  const text = action?.text ?? null;
  const isBusy = action?.isBusy ?? false;
  const isEnabled = action?.isEnabled ?? true;
  useEffect(() => {
    if (text === null) return;
    showMainButton({ text, isBusy, isEnabled, ...button });
  }, [text, isBusy, isEnabled, button]);
  useEffect(() => {
    if (text === null) return;
    const stop = onMainButton(() => press.current?.());
    return () => {
      stop();
      hideMainButton();
    };
  }, [text]);
}

/** Below a tab's root: back leads there, not out of the Mini App. */
export function useBackTo(href: string): void {
  const { version } = useTelegram();
  const router = useRouter();
  useEffect(() => {
    showBackButton(version, true);
    const stop = onBackButton(() => router.replace(href));
    return () => {
      stop();
      showBackButton(version, false);
    };
  }, [version, router, href]);
}
