'use client';
import { createContext, useContext } from 'react';
import type { Painted } from '#/app/_ui/telegram/theme.ts';

export interface TelegramSurroundings {
  readonly version: string;
  readonly button: Painted['button'];
}
export const TelegramContext = createContext<TelegramSurroundings | null>(null);

export function useTelegram(): TelegramSurroundings {
  const found = useContext(TelegramContext);
  if (!found) throw new Error('useTelegram needs a TelegramShell above');
  return found;
}
