import type { Page } from '@playwright/test';
import { initDataOf, testBotToken } from './mini-app.ts';

/** What Telegram's clients put around a Mini App: launch parameters in the address, and an ear for what it posts. */
const themes = {
  light: {
    bg_color: '#ffffff',
    secondary_bg_color: '#f0f0f5',
    section_bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#8e8e93',
    link_color: '#007aff',
    button_color: '#007aff',
    button_text_color: '#ffffff',
  },
  dark: {
    bg_color: '#17212b',
    secondary_bg_color: '#0e1621',
    section_bg_color: '#17212b',
    text_color: '#f5f5f5',
    hint_color: '#708499',
    link_color: '#6ab3f3',
    button_color: '#5288c1',
    button_text_color: '#ffffff',
  },
};

export function miniAppAddress(
  path: string,
  person: { id: number; username: string },
  theme: keyof typeof themes,
  token: string = testBotToken,
): string {
  const launch = new URLSearchParams({
    tgWebAppData: initDataOf(person, { at: new Date(), token }),
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'ios',
    tgWebAppThemeParams: JSON.stringify(themes[theme]),
  });
  return `${path}#${launch}`;
}

type Said = { type: string; data: unknown }[];

export async function standInTelegram(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { type: string; data: unknown }[] = [];
    Object.assign(window, {
      telegramHeard: heard,
      TelegramWebviewProxy: {
        postEvent: (type: string, data: string) => heard.push({ type, data: JSON.parse(data || 'null') }),
      },
    });
  });
}

/** Without `type`: the names of all that was said; with it: what was said last. */
export async function saidToTelegram(page: Page, type?: string): Promise<unknown> {
  const heard = await page.evaluate(() => (window as unknown as { telegramHeard: Said }).telegramHeard);
  return type ? heard.findLast((event) => event.type === type)?.data : heard.map((event) => event.type);
}

/** As Telegram does when its own button is pressed. */
export async function pressTelegram(page: Page, event: 'main_button_pressed' | 'back_button_pressed'): Promise<void> {
  await page.evaluate((name) => {
    (window as unknown as { TelegramGameProxy_receiveEvent: (name: string) => void }).TelegramGameProxy_receiveEvent(
      name,
    );
  }, event);
}
