import { createTranslator } from 'use-intl/core';
import { terminal as en } from '#/server/texts/en/terminal.ts';
import { terminal as ru } from '#/server/texts/ru/terminal.ts';
import { speaksRussian } from './language.mjs';

/** Sentences of the commands. Not part of `server/texts/ru.ts`: what goes there is sent to browsers as well. */
export const say = createTranslator<typeof ru>({
  locale: speaksRussian ? 'ru' : 'en',
  messages: speaksRussian ? ru : (en as unknown as typeof ru),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
