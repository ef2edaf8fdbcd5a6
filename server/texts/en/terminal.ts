import type { terminal as ru } from '../ru/terminal.ts';
import type { Shape } from '../shape.ts';

export const terminal = {
  postgres: {
    label: 'Database',
    noBinaries:
      'npm brought no PostgreSQL for this system ({name}). Set DATABASE_URL: any PostgreSQL from 15 on will do.',
    creatingUser: 'PostgreSQL does not run as root: creating the system user "{user}"',
    userFailed:
      'The user "{user}" could not be created. Create it yourself (useradd --system {user}), start as somebody else than root, or set DATABASE_URL.',
    outside: "only root may enter the project's folder: the data will be in {folder}",
    noPlace:
      "Only root sees the project's folder, and there is no other place for the data: {folders}. Set DATABASE_URL.",
    notYours:
      'The folder {folder} belongs to another user. Start as that user, or take it over: chown -R. The data is untouched.',
    cannotRun: 'PostgreSQL in {folder} does not run: is the folder mounted noexec? Set DATABASE_URL.',
    otherMajor:
      'The data in {folder} was made by PostgreSQL {found}, this is {major}. It is untouched: go back to the former Stardesk and make a copy.',
    initFailed: 'PostgreSQL could not create its data folder.\n{why}',
    startFailed: 'PostgreSQL did not start. The data is untouched.\n{why}',
    busy: "This folder's PostgreSQL has been starting or stopping for a minute on behalf of another command. Try again later.",
  },
  environment: {
    unreadableFile: '{variable}: the file {path} cannot be read.',
  },
  database: {
    unreachable: 'The database {where} cannot be reached: {why}. Check DATABASE_URL and that the server runs.',
    failed:
      'Migration {migration} did not pass. All of it was undone, the data is what it was. Go back to the former Stardesk and show these lines to its makers:\n{why}',
    changed:
      'Migration {migration} is applied already, and its file has changed since. Database and code differ; nothing was touched. Put the file back as it was (git checkout) and make the new change a new migration.',
    newer:
      'The database is newer than this Stardesk: it holds migration {migration}, which is not here. Nothing was touched. Update the code, or restore a copy: npm run db:backups.',
    unfinished:
      'Another tool began migration {migration} and did not end it. Nothing was touched. Settle it with prisma migrate resolve, or restore a copy: npm run db:backups.',
    copyIsHere: 'The copy made before: {name}. To go back to it: npm run db:restore -- {name}',
    otherMode:
      'This database is marked {marked, select, live {live} demo {demo} other {development}}, and this is a {mode, select, live {live} demo {demo} other {development}} start. Simulated and real stars never mix: set another DATABASE_URL, or remove it and each mode gets a database of its own.',
  },
  backup: {
    otherVersion:
      'The copy was made by a version with migration {migration}, which is not here or reads otherwise. Take the code of that version, restore, and only then update. Nothing was touched.',
    otherServer: 'The copy {name} lies inside the embedded PostgreSQL, and DATABASE_URL is set. Remove it and repeat.',
    unknown: 'There is no copy {name}. Those that there are: npm run db:backups',
    inUse: 'At work in the database now: {who}. Stop Stardesk (Ctrl-C in its window) and repeat. Nothing was touched.',
  },
  build: {
    label: 'Pages',
    stage: {
      waiting: 'another command is building them: waiting for it',
      compiling: 'building: the code has changed',
      collecting: 'building: reading the pages',
      generating: 'building: drawing the pages',
    },
    done: 'built',
    failed: 'The pages could not be built. The data is untouched.\n{why}',
  },
  config: {
    faulty: '{count, plural, one {A fault in the settings} other {# faults in the settings}}',
    problem: {
      missing: '{variable} is not set. Set it, for example:',
      invalid: '{variable} is set, but its value will not do. This would:',
      twice: '{variable} are both set, and only one may be:',
      unreadable_file: '{variable} names a file that cannot be read. For example:',
      test_clock_in_live: '{variable} is for the demo and for tests only. Remove it:',
    },
    nearMiss: 'an unknown variable, not read. Did you mean {meant}?',
    ignoredInDemo: 'not used in the demo: real keys wait for npm start -- --live',
    contradiction:
      'its value "{value}" is not read: the command decides, and this is {mode, select, live {a live start} other {the demo}}',
    waiting:
      'only {address}/healthz works, everything else answers 503. Mend the settings and start again; stop with Ctrl-C',
  },
  start: {
    usage:
      'npm start                  the demo: nothing is real, no keys are needed\nnpm start -- --live        the real thing, with a database of its own\nnpm start -- --logs        show the logs (they are always in .stardesk/logs)',
    alreadyRunning: 'Stardesk is running in this folder already, on port {port}. To stop it: Ctrl-C in its window.',
    alreadyStarting: 'Stardesk is being started in this folder already, in another window.',
    web: 'Port',
    otherPort: '{taken} is taken, using {port}',
    portTaken: 'Port {port} is taken by another program. Free it, or choose another: PORT=… in .env',
    product: 'Stardesk',
    starting: 'starting web and worker',
    running: 'web and worker are running',
    noAnswer: 'the web does not answer yet, see .stardesk/logs/web.log',
    notReady: 'not ready yet: {checks}',
    fell: 'ended by itself ({how}), starting it again in {seconds} s. Why: {file}',
    database: {
      opening: 'starting PostgreSQL',
      migrating: 'checking migrations',
      ours: 'PostgreSQL {version}, port {port}',
      given: 'yours, {name}',
      applied: '{count, plural, one {# migration applied} other {# migrations applied}}',
      copied: 'a copy was made before the migration: {name}',
      gone: 'somebody ended PostgreSQL, bringing it up again',
      back: 'running again, the data is whole',
    },
  },
  screen: {
    mode: {
      demo: 'demo: nothing is real, neither money nor gifts',
      live: 'live',
      dev: 'development',
    },
    signIn: 'Sign in',
    signInWith: '{login}, password {password}',
    admin: 'Administrator',
    adminOnce: 'a link for one use, until {until}; another: npm run admin:reset',
    goLive: 'Go live',
    goLiveWhy: 'with a database of its own: simulated and real never mix',
    check: 'Check',
    stop: 'Stop',
  },
} as const satisfies Shape<typeof ru>;
