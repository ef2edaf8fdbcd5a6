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
  environment: {
    unreadableFile: '{variable}: файл {path} не читается.',
  },
  database: {
    failed:
      'Миграция {migration} не прошла. Она отменена целиком, данные те же, что и были. Вернитесь к прежней версии Stardesk и покажите эти строки тем, кто её делает:\n{why}',
    changed:
      'Миграция {migration} уже применена, но её файл с тех пор изменился. База и код расходятся; ничего не тронуто. Верните файл, каким он был (git checkout), а новое изменение сделайте новой миграцией.',
    newer:
      'База новее этой версии Stardesk: в ней есть миграция {migration}, которой здесь нет. Ничего не тронуто. Обновите код или восстановите копию: npm run db:backups.',
    unfinished:
      'Миграцию {migration} начал и не закончил другой инструмент. Ничего не тронуто. Разберитесь с ней командой prisma migrate resolve или восстановите копию: npm run db:backups.',
    copyIsHere: 'Копия базы, сделанная перед этим: {name}. Вернуть её: npm run db:restore -- {name}',
    otherMode:
      'Эта база помечена как {marked, select, live {настоящая} demo {демонстрационная} other {для разработки}}, а запуск {mode, select, live {настоящий} demo {демонстрационный} other {для разработки}}. Звёзды понарошку и настоящие не смешиваются: задайте другой DATABASE_URL или уберите его, и каждый режим получит свою базу.',
  },
  backup: {
    otherVersion:
      'Копия сделана версией с миграцией {migration}, которой здесь нет или она иная. Возьмите код той версии, восстановите и только потом обновляйтесь. Ничего не тронуто.',
    otherServer: 'Копия {name} лежит внутри встроенного PostgreSQL, а задан DATABASE_URL. Уберите его и повторите.',
    unknown: 'Копии {name} нет. Какие есть: npm run db:backups',
    inUse: 'В базе сейчас работают: {who}. Остановите Stardesk (Ctrl-C в его окне) и повторите. Ничего не тронуто.',
  },
} as const;
