/** What `npm start`, `npm run doctor` and the other commands print. */
export const terminal = {
  postgres: {
    label: 'База данных',
    noBinaries:
      'Для этой системы ({name}) npm не привёз PostgreSQL. Задайте DATABASE_URL: подойдёт любой PostgreSQL 15 и новее.',
    creatingUser: 'от имени root PostgreSQL не работает: создаю системного пользователя «{user}»',
    userFailed:
      'Пользователя «{user}» создать не удалось. Создайте его сами (useradd --system {user}), запустите не от root или задайте DATABASE_URL.',
    outside: 'в папку проекта может войти только root: данные будут в {folder}',
    noPlace: 'Папку проекта видит только root, и рядом тоже нет места для данных: {folders}. Задайте DATABASE_URL.',
    notYours:
      'Папка {folder} принадлежит другому пользователю. Запустите под ним или передайте её себе: chown -R. Данные не тронуты.',
    cannotRun: 'PostgreSQL в {folder} не запускается: папка смонтирована с noexec? Задайте DATABASE_URL.',
    otherMajor:
      'Данные в {folder} созданы PostgreSQL {found}, а здесь {major}. Они не тронуты: вернитесь к прежней версии Stardesk и сделайте копию.',
    initFailed: 'PostgreSQL не смог создать папку с данными.\n{why}',
    startFailed: 'PostgreSQL не запустился. Данные не тронуты.\n{why}',
    busy: 'PostgreSQL этой папки уже минуту запускает или останавливает другая команда. Повторите позже.',
  },
} as const;
