import { createTranslator } from 'use-intl/core';
import { en } from './en.ts';
import { type Messages, ru } from './ru.ts';
import type { Locale } from './shape.ts';

/** The whole catalogue of a language. English has the shape of Russian: `Messages` types both. */
export function messagesOf(locale: Locale): Messages {
  return (locale === 'en' ? en : ru) as Messages;
}

const translators = new Map<Locale, ReturnType<typeof create>>();
function create(locale: Locale) {
  return createTranslator<Messages>({ locale, messages: messagesOf(locale), timeZone: 'Europe/Moscow' });
}

/** For bot, mails and errors: `translatorFor('ru')('errors.not_found')`. Pages use next-intl over the same messages. */
export function translatorFor(locale: Locale): ReturnType<typeof create> {
  let translator = translators.get(locale);
  if (!translator) translators.set(locale, (translator = create(locale)));
  return translator;
}
