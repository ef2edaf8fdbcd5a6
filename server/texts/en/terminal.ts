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
} as const satisfies Shape<typeof ru>;
