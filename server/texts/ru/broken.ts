/** The last page: even the frame of the site could not be drawn. Kept apart because it is in every page's code. */
export const broken = {
  title: 'Страница сломалась',
  text: 'Ошибка у нас, и мы её записали. Звёзды и данные не тронуты. Обновите страницу; если не поможет, зайдите чуть позже.',
  action: 'Обновить',
  code: 'Номер для поддержки: {code}',
} as const;
