/** The terminal speaks Russian where the system does. LC_ALL wins over LC_MESSAGES, that over LANG: as in POSIX. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env;

export const speaksRussian = /^ru/i.test(LC_ALL || LC_MESSAGES || LANG || '');
