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
    unreachable: 'База данных {where} недоступна: {why}. Проверьте DATABASE_URL и что сервер запущен.',
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
  build: {
    label: 'Страницы',
    stage: {
      waiting: 'сборку уже делает другая команда: жду её',
      compiling: 'собираю: код изменился',
      collecting: 'собираю: читаю страницы',
      generating: 'собираю: рисую страницы',
    },
    done: 'собраны',
    failed: 'Страницы не собрались. Данные не тронуты.\n{why}',
  },
  config: {
    faulty: '{count, plural, one {Ошибка в настройках} few {# ошибки в настройках} other {# ошибок в настройках}}',
    problem: {
      missing: '{variable} не задана. Задайте, например:',
      invalid: '{variable} задана, но значение не подходит. Подошло бы:',
      twice: '{variable} заданы сразу обе, а нужна одна:',
      unreadable_file: '{variable} указывает на файл, который не читается. Например:',
      test_clock_in_live: '{variable} допустима только в демо и тестах. Уберите её:',
    },
    nearMiss: 'неизвестная переменная, не читается. Вы имели в виду {meant}?',
    ignoredInDemo: 'в демо не используется: настоящие ключи ждут запуска npm start -- --live',
    contradiction:
      'значение «{value}» не читается: режим решает команда, и это {mode, select, live {настоящий запуск} other {демо}}',
    waiting:
      'работает только {address}/healthz, всё остальное отвечает 503. Исправьте настройки и запустите заново; остановить: Ctrl-C',
  },
  start: {
    usage:
      'npm start                  демо: всё понарошку, ключи не нужны\nnpm start -- --live        по-настоящему, со своей базой\nnpm start -- --logs        показывать журналы (они всегда есть в .stardesk/logs)',
    alreadyRunning:
      'Stardesk в этой папке уже запущен: порт {port}. Второй раз не нужно; остановить первый: Ctrl-C в его окне.',
    alreadyStarting: 'Stardesk в этой папке уже запускается в другом окне.',
    web: 'Порт',
    otherPort: '{taken} занят, беру {port}',
    portTaken: 'Порт {port} занят другой программой. Освободите его или задайте другой: PORT=… в .env',
    product: 'Stardesk',
    starting: 'запускаю веб и worker',
    running: 'веб и worker работают',
    noAnswer: 'веб ещё не отвечает, подробности в .stardesk/logs/web.log',
    notReady: 'ещё не готово: {checks}',
    fell: 'остановился сам ({how}), запускаю снова через {seconds} с. Причина в {file}',
    database: {
      opening: 'запускаю PostgreSQL',
      migrating: 'проверяю миграции',
      ours: 'PostgreSQL {version}, порт {port}',
      given: 'ваша, {name}',
      applied: '{count, plural, one {# миграция применена} few {# миграции применены} other {# миграций применено}}',
      copied: 'перед миграцией сделана копия {name}',
      gone: 'PostgreSQL остановлен кем-то, поднимаю снова',
      back: 'снова работает, данные целы',
    },
  },
  screen: {
    mode: {
      demo: 'демо: всё понарошку, деньги и подарки не настоящие',
      live: 'по-настоящему',
      dev: 'разработка',
    },
    signIn: 'Вход',
    signInWith: '{login} и пароль {password}',
    admin: 'Администратор',
    adminOnce: 'одноразовая ссылка, до {until}; новая: npm run admin:reset',
    goLive: 'Всерьёз',
    goLiveWhy: 'своя база: понарошку и по-настоящему не смешиваются',
    check: 'Проверить',
    stop: 'Остановить',
  },
} as const;
