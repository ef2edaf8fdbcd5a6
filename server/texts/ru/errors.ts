/** A sentence for every error code: what happened, is anything lost, what next. */
export const errors = {
  unexpected: 'Что-то сломалось у нас. Мы записали ошибку под номером {requestId}; повторите чуть позже.',
  invalid_input: 'Проверьте поля: {fields}.',
  not_signed_in: 'Войдите, чтобы продолжить.',
  not_allowed: 'Это действие вам не разрешено.',
  not_found: 'Этого здесь нет: удалено или никогда не было.',
  blocked: 'Учётная запись заблокирована. Напишите в поддержку.',
  too_many_requests: 'Слишком много попыток. Повторите через {seconds} с.',
  conflict: 'Пока вы думали, данные изменились. Обновите страницу и повторите.',
  body_too_large: 'Запрос слишком большой: не больше {limit}.',
  cross_site: 'Запрос пришёл с другого сайта и отклонён.',
  unavailable: 'База данных не отвечает. Ничего не потеряно; повторите через несколько секунд.',
} as const;
