/** Frame of the public pages: head and foot. */
export const site = {
  home: 'Stardesk, на главную',
  sections: 'Разделы',
  signIn: 'Войти',
  toApp: 'Открыть стол',
  apiDocs: 'Справка API',
  terms: 'Условия',
  privacy: 'Конфиденциальность',
  support: 'Помощь',
  footer: 'Подвал',
  version: 'версия {version}',
  licence: 'Apache-2.0',
} as const;
