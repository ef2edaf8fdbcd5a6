import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '#/server/texts/ru.ts';
import { pickTexts } from './pick-texts.ts';

export type Namespace = keyof Messages;
/** What every client component may use without asking. */
const always = ['common', 'ui'] as const satisfies readonly Namespace[];

/**
 * Gives client components below it their texts. The browser gets only the named namespaces, so name them where they are used:
 * `<Texts namespaces={['settings']}>` around a screen. An inner one replaces the outer one, hence `always` is repeated.
 */
export async function Texts({ namespaces = [], children }: { namespaces?: readonly Namespace[]; children: ReactNode }) {
  const [locale, messages, timeZone] = await Promise.all([getLocale(), getMessages(), getTimeZone()]);
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone={timeZone}
      messages={pickTexts(messages, [...always, ...namespaces])}
    >
      {children}
    </NextIntlClientProvider>
  );
}
