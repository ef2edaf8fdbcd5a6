import { on, postEvent, retrieveLaunchParams, retrieveRawInitData, supports } from '@tma.js/bridge';
import type { TelegramTheme } from './theme.ts';

/** What Telegram told us when it opened the Mini App. */
export interface Launch {
  /** The signed proof of who it is, sent as `Authorization: tma <initData>`. */
  readonly initData: string;
  readonly startParam: string | null;
  readonly theme: TelegramTheme;
  readonly version: string;
}

/** Null outside Telegram: a plain browser was given the address. */
export function readLaunch(): Launch | null {
  try {
    const params = retrieveLaunchParams();
    const initData = retrieveRawInitData();
    if (!initData) return null;
    return {
      initData,
      startParam: params.tgWebAppStartParam ?? null,
      theme: params.tgWebAppThemeParams,
      version: params.tgWebAppVersion,
    };
  } catch {
    return null;
  }
}

/** Posting fails where there is nobody to hear: the page must not fall over it. */
const say: typeof postEvent = (...message: unknown[]) => {
  try {
    (postEvent as (...message: unknown[]) => void)(...message);
  } catch {
    // An older Telegram, or a plain frame around us.
  }
};

/** Early: until this Telegram shows its own loader over the page. */
export function sayReady(): void {
  say('web_app_ready');
  say('web_app_expand');
}

export function paintChrome(
  version: string,
  colours: { header: `#${string}`; background: `#${string}`; bar: `#${string}` },
): void {
  if (supports('web_app_set_background_color', version))
    say('web_app_set_background_color', { color: colours.background });
  if (supports('web_app_set_header_color', 'color', version))
    say('web_app_set_header_color', { color: colours.header });
  if (supports('web_app_set_bottom_bar_color', version)) say('web_app_set_bottom_bar_color', { color: colours.bar });
}

/** iOS does not tell of a change made behind the menu button: asked again whenever the page comes back. */
export function watchTheme(onTheme: (theme: TelegramTheme) => void): () => void {
  const stop = on('theme_changed', ({ theme_params: theme }) => onTheme(theme));
  const onVisible = () => {
    if (!document.hidden) say('web_app_request_theme');
  };
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', onVisible);
  };
}

export interface Insets {
  readonly top: number;
  readonly bottom: number;
}
/** The notch and Telegram's own buttons over a full-screen page: both are added. */
export function watchInsets(version: string, onInsets: (insets: Insets) => void): () => void {
  if (!supports('web_app_request_safe_area', version)) return () => {};
  const none = { top: 0, bottom: 0 };
  let [device, content] = [none, none];
  const tell = () => onInsets({ top: device.top + content.top, bottom: device.bottom + content.bottom });
  const stops = [
    on('safe_area_changed', (insets) => {
      device = insets;
      tell();
    }),
    on('content_safe_area_changed', (insets) => {
      content = insets;
      tell();
    }),
  ];
  say('web_app_request_safe_area');
  say('web_app_request_content_safe_area');
  return () => {
    for (const stop of stops) stop();
  };
}

export interface MainButtonLook {
  readonly text: string;
  readonly color: `#${string}`;
  readonly textColor: `#${string}`;
  readonly isBusy: boolean;
  readonly isEnabled: boolean;
}
export function showMainButton({ text, color, textColor, isBusy, isEnabled }: MainButtonLook): void {
  say('web_app_setup_main_button', {
    is_visible: true,
    is_active: isEnabled && !isBusy,
    is_progress_visible: isBusy,
    text,
    color,
    text_color: textColor,
  });
}
export function hideMainButton(): void {
  say('web_app_setup_main_button', { is_visible: false });
}
export const onMainButton = (press: () => void) => on('main_button_pressed', press);

export function showBackButton(version: string, isVisible: boolean): void {
  if (supports('web_app_setup_back_button', version)) say('web_app_setup_back_button', { is_visible: isVisible });
}
export const onBackButton = (press: () => void) => on('back_button_pressed', press);
