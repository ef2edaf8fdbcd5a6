import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readPreferences } from './_server/preferences.ts';
import { Texts } from './_ui/i18n/texts.tsx';
import { ToastHost } from './_ui/kit/toast-host.tsx';
import { fontClasses } from './_ui/theme/fonts.ts';
import { themeAttribute } from './_ui/theme/theme.ts';

export const metadata: Metadata = {
  title: { default: 'Stardesk', template: '%s · Stardesk' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4ee' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1215' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme } = await readPreferences();
  return (
    <html lang={locale} data-theme={themeAttribute(theme)} className={fontClasses}>
      <body>
        <Texts>
          {children}
          <ToastHost />
        </Texts>
      </body>
    </html>
  );
}
