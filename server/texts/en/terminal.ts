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
    wall: {
      role: 'the ledger is guarded by its role and by triggers',
      trigger: 'the ledger is guarded by triggers',
      none: 'the ledger is not guarded',
    },
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
    label: 'Copy',
    making: 'copying the database {database}',
    keysApart:
      'The keys (SECRET_KEY) are not in the copy: they are in .stardesk/secrets. Keep them apart; without them nothing sealed opens.',
    kind: { template: 'inside PostgreSQL', pg_dump: 'pg_dump', tables: 'files of tables' },
    reason: { manual: 'by hand', 'before-migration': 'before a migration', 'before-restore': 'before a restore' },
    none: 'no copies yet',
    stopFirst: 'Stop Stardesk first (Ctrl-C in its window). Nothing was touched.',
    willReplace: 'It will replace the database {database}; what is in there now becomes a copy itself.',
    ask: 'Restore? (yes/no)',
    needsYes: 'Confirm by adding --yes. Nothing was touched.',
    leftAlone: 'Nothing was touched.',
    restoring: 'restoring',
    restored: 'restored; what was there before: {aside}',
    withoutJobs:
      'The queue of jobs did not come back: another version of it made the copy. Everything else is in place.',
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
    stopping: 'stopping',
    stopped: 'stopped, the data is safe',
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
  command: {
    options: 'You may say --live, --demo or --dev: which database. Without it, the one that was started last.',
  },
  admin: {
    first: 'There is no administrator yet. This link makes the first:',
    newPassword: 'A new password for {login}:',
    several: 'There are several administrators. Say who needs a new password:',
    unknown: 'There is no such administrator. There are:',
    once: 'for one use, until {until}; earlier links are void',
    onceLater: 'for one use, until {until}; open it on a running Stardesk (npm start)',
  },
  doctor: {
    privateNode: 'a private copy in .stardesk/node',
    notThroughNpm: 'not started through npm',
    packages: 'Packages',
    asLocked: 'exactly as in package-lock.json',
    disk: 'Disk',
    free: '{gigabytes} GB free',
    freeSome: 'Free some space: database and build need about 2 GB.',
    built: 'built, the code has not changed',
    willBuild: 'will be built at the next start',
    noChromium: 'not found; only npm test needs it, and installs it by itself',
    secrets: 'Keys',
    secretsClosed: 'in .stardesk/secrets, readable by you alone',
    secretsOpen: 'other users can read files with keys',
    foreignFolder: 'another user prepared the folder, a start could not write there',
    settings: 'Settings',
    settingsWell: 'no faults',
    noDataYet: 'not made yet: npm start makes it',
    migrations: 'Migrations',
    allApplied: 'all applied',
    pending: '{count, plural, one {# not applied} other {# not applied}}',
    ledger: 'Ledger',
    ownerIsApp:
      'guarded by triggers, but the role of DATABASE_URL owns the tables and could switch them off. Make an owner of their own:',
    restoreTriggers: 'The triggers are gone: npm run db:backups, and restore a copy that has them.',
    lostKey: 'the database holds secrets sealed with key {ids}, which is not here: tokens and sessions will not open',
    findKey: 'Bring the former SECRET_KEY back (after the new one, with a comma) or enter the tokens again.',
    keyOpens: 'opens everything that is sealed',
    oldKey: 'some of it is sealed with a former key',
    ready: 'running on {where}, /readyz says yes',
    silent: 'the web does not answer',
    notReady: 'running on {where}, not ready: {why}',
    notRunning: '{port} is free, Stardesk is not running',
    portTaken: '{port} is taken by another program: a start uses the next free one',
    noHeart: 'has never given a sign of life',
    heart: 'last sign of life {seconds} s ago',
    well: 'All is well.',
    fair: 'It works; the lines with "!" are worth a look.',
    sick: 'There is something to mend: the lines with "✗".',
  },
  migration: {
    usage: 'Name the migration: npm run db:migration -- add_wallets (small Latin letters, digits and _).',
    comparing: 'comparing the migrations with the schema in prisma/',
    nothing: 'the schema has not changed, nothing to write',
    next: 'Read the file, add at its end what Prisma cannot say (triggers, checks); npm run dev and npm start apply it.',
  },
  ledger: {
    looked:
      'Read in {seconds, number} s: {transactions, plural, one {# transaction} other {# transactions}}, {entries, plural, one {# entry} other {# entries}}, {accounts, plural, one {# account} other {# accounts}}, {holds, plural, one {# hold} other {# holds}}.',
    agrees: 'The books agree: every balance is the sum of its entries, nothing is missing and nothing is below zero.',
    differs:
      'The books do not agree: {differences, plural, one {# difference} other {# differences}}. Nothing was changed.',
    difference: 'by the journal {expected}, kept {found}',
    whatNow:
      'The product cannot change entries, so somebody changed the database past it. Stop Stardesk and compare with a copy: npm run db:backups.',
    proof: {
      balance: 'balance of an account',
      sequence: 'numbers of its entries',
      running_balance: 'balance after an entry',
      below_zero: 'balance below zero',
      unbalanced: 'transaction not summing to 0',
      empty_transaction: 'transaction without entries',
      held: 'held of an owner',
      hold: 'left of a hold',
      reversal: 'reversal unlike its original',
    },
  },
  seals: {
    key: 'Sealing with key {id}: it is the first in SECRET_KEY.',
    done: '{resealed, plural, one {# row sealed anew} other {# rows sealed anew}}, {current, number} under this key now',
    shut: {
      malformed: '{place}: not an envelope, the row is untouched',
      unknown_key: '{place}: sealed with key {id}, which SECRET_KEY does not hold, the row is untouched',
      changed_or_moved: '{place}: the envelope was changed or moved, the row is untouched',
    },
    allCurrent:
      'Everything is under the first key. The others may be taken out of SECRET_KEY and Stardesk started anew. To change the key: write a new one (openssl rand -base64 32) in front with a comma, start Stardesk anew and run this again.',
    left: '{left, plural, one {# row} other {# rows}} did not open. Put the key back into SECRET_KEY after a comma and run this again; keep the former keys until then.',
  },
} as const satisfies Shape<typeof ru>;
