import type { Messages } from '#/server/texts/ru.ts';
import type { Locale } from '#/server/texts/shape.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
