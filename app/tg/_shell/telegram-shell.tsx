'use client';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { ApiProvider } from '#/app/_ui/api/provider.tsx';
import { LiveProvider } from '#/app/_ui/live/live.tsx';
import { type Launch, paintChrome, readLaunch, sayReady, watchInsets, watchTheme } from '#/app/_ui/telegram/bridge.ts';
import { paint, type TelegramTheme } from '#/app/_ui/telegram/theme.ts';
import { OutsideTelegram } from './outside-telegram.tsx';
import { TabBar } from './tab-bar.tsx';
import { TelegramContext } from './telegram-context.ts';

/** Nothing is known on the server: the first paint in the browser brings colours, insets and the proof. */
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

export function TelegramShell({ botUsername, children }: { botUsername: string | null; children: ReactNode }) {
  const [launch, setLaunch] = useState<Launch | null | undefined>(undefined);
  useBrowserLayoutEffect(() => setLaunch(readLaunch()), []);
  if (launch === undefined) return <div className="mini-app" aria-busy="true" />;
  if (launch === null) return <OutsideTelegram botUsername={botUsername} />;
  return <Inside launch={launch}>{children}</Inside>;
}

function Inside({ launch, children }: { launch: Launch; children: ReactNode }) {
  const [theme, setTheme] = useState<TelegramTheme>(launch.theme);
  const [insets, setInsets] = useState({ top: 0, bottom: 0 });
  const painted = paint(theme);
  const proof = () => ({ authorization: `tma ${launch.initData}` });

  useEffect(() => {
    sayReady();
    const stops = [watchTheme(setTheme), watchInsets(launch.version, setInsets)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [launch.version]);

  useBrowserLayoutEffect(() => {
    const root = document.documentElement;
    // Toasts and sheets stand outside of our element: the whole page wears Telegram's colours.
    root.dataset.theme = 'tg';
    root.style.colorScheme = painted.dark ? 'dark' : 'light';
    for (const [name, colour] of Object.entries(painted.tokens)) root.style.setProperty(name, colour);
    const page = painted.tokens['--bg'] as `#${string}`;
    paintChrome(launch.version, { header: page, background: page, bar: painted.tokens['--surface'] as `#${string}` });
  }, [theme, launch.version]);

  return (
    <TelegramContext value={{ version: launch.version, button: painted.button }}>
      <LiveProvider headers={proof}>
        <ApiProvider headers={proof}>
          <div
            className="mini-app"
            style={{ paddingTop: insets.top, ['--inset-bottom' as string]: `${insets.bottom}px` }}
          >
            <main className="mini-app-page">{children}</main>
            <TabBar />
          </div>
        </ApiProvider>
      </LiveProvider>
    </TelegramContext>
  );
}
