'use client';
import './globals.css';
import { useEffect, useState } from 'react';
import { BrokenPage, isEnglish } from './_ui/kit/broken-page.tsx';
import { themeAttribute, toTheme } from './_ui/theme/theme.ts';

/** The root layout itself broke: this replaces the whole document, so it finds language and theme by itself. */
export default function EverythingBroken({ error }: { error: Error & { digest?: string } }) {
  const [page, setPage] = useState<{ lang: string; theme?: 'paper' | 'night' }>({ lang: 'ru' });
  useEffect(() => {
    const theme = /(?:^|;\s*)theme=(\w+)/.exec(document.cookie)?.[1];
    setPage({ lang: isEnglish() ? 'en' : 'ru', theme: themeAttribute(toTheme(theme)) });
  }, []);
  return (
    <html lang={page.lang} data-theme={page.theme}>
      <body>
        <main id="content" className="grid min-h-dvh place-items-center p-6">
          <BrokenPage key={page.lang} code={error.digest} onRetry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}
