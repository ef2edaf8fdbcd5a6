/** The desk's first page. */
export const overview = {
  title: 'Обзор',
  balances: 'Балансы',
  asset: { stars: 'Звёзды', tokens: 'Токены', checks: 'Проверки', points: 'Баллы', kopecks: 'Рубли' },
  assetNote: {
    stars: 'на счетах Telegram',
    tokens: 'на генерацию изображений',
    checks: 'на проверки Instagram',
    points: 'за оплаченные визиты',
    kopecks: 'на счёте',
  },
  heldRich: 'в резерве <amount></amount>',
  firstSteps: 'Первые шаги',
  stepsDone: 'Все шаги пройдены. Дальше кабинет подскажет сам, когда понадобитесь вы.',
  step: {
    account: { title: 'Учётная запись создана', note: '', action: '' },
    name: {
      title: 'Представьтесь',
      note: 'Имя увидите вы и администратор: в меню, журнале, сообщениях бота.',
      action: 'Указать имя',
    },
    telegram: {
      title: 'Свяжите Telegram',
      note: 'Бот будет писать о важном, а Mini App откроется без пароля.',
      action: 'Связать',
    },
    apiKey: {
      title: 'Заведите ключ API',
      note: 'Для своих программ: всё, что умеет кабинет, доступно и им.',
      action: 'Завести ключ',
    },
  },
  stepDoneTitle: {
    account: 'Учётная запись создана',
    name: 'Имя указано',
    telegram: 'Telegram связан',
    apiKey: 'Ключ API заведён',
  },
  journal: 'Журнал',
  journalAll: 'Все сеансы',
  journalEmpty: 'Здесь появится всё, что происходит с вашей учётной записью: входы, ключи, связанный Telegram.',
  byAdmin: 'администратор',
} as const;
