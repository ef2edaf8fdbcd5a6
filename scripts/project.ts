import path from 'node:path';

/**
 * Where things are, for every script. Everything that a start makes lies in `.stardesk/`; delete it to begin anew.
 * Tests of the launcher give it another place (STARDESK_HOME), so that they disturb no running one.
 */
const root = path.dirname(import.meta.dirname);
const own = path.resolve(root, process.env.STARDESK_HOME || '.stardesk');

export const project = {
  root,
  own,
  locks: path.join(own, 'locks'),
  logs: path.join(own, 'logs'),
  /** Keys and tokens, one file each (mode 0600). Backups never hold them. */
  secrets: path.join(own, 'secrets'),
  backups: path.join(own, 'backups'),
  migrations: path.join(root, 'prisma', 'migrations'),
  inRoot: (...parts: string[]) => path.join(root, ...parts),
} as const;
