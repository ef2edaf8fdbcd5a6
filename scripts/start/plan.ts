import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mode } from '#/scripts/database/embedded/databases.ts';
import type { GivenAddresses } from '#/scripts/database/target.ts';
import { type Environment, findValue, isGiven } from '#/scripts/environment.ts';
import { project } from '#/scripts/project.ts';
import type { Config } from '#/server/lib/config.ts';
import { type ConfigFault, type ConfigNote, readConfig } from '#/server/lib/read-config.ts';
import { ensureSecrets, findSecrets } from './secrets.ts';

/** What will be started, decided before anything is. */
export interface Plan {
  readonly mode: Mode;
  readonly config: Config;
  readonly faults: readonly ConfigFault[];
  readonly notes: readonly ConfigNote[];
  readonly database: GivenAddresses;
  /** For web and worker; the database's address comes when there is one, the port when it is free. */
  readonly environment: Record<string, string>;
  /** DEMO as somebody set it, where it says otherwise than the command. */
  readonly contradiction: string | null;
}

/** Each mode has its own: what the demo sealed means nothing to the real one. */
export const secretsFolder = (mode: Mode) => path.join(project.secrets, mode);

/** Stands where our own database's address will be. */
export const placeholderUrl = 'postgresql://embedded.invalid/stardesk';

/** `lookOnly`: nothing is made, not even secrets. */
export function makePlan(mode: Mode, given: Environment, lookOnly = false): Plan {
  const secrets = lookOnly ? findSecrets(secretsFolder(mode), given) : ensureSecrets(secretsFolder(mode), given);
  const environment = childEnvironment(mode, { ...given, ...secrets });
  // Our own database has no address yet: that is no fault of anybody's.
  const embedded = !isGiven(given, 'DATABASE_URL');
  const { config, faults, notes } = readConfig(
    { ...environment, ...(embedded ? { DATABASE_URL: placeholderUrl } : {}), ...ownersAddress(given) },
    (path) => readFileSync(path, 'utf8'),
  );
  const usable = faults.length === 0;
  return {
    mode,
    config,
    faults,
    notes,
    environment,
    database: {
      url: usable ? findValue(given, 'DATABASE_URL') : null,
      adminUrl: usable && !embedded ? findValue(given, 'DATABASE_ADMIN_URL') : null,
    },
    contradiction: contradictionOf(mode, given.DEMO),
  };
}

/** The owner's address is for migrations and stays with us: web and worker could change history with it. */
function childEnvironment(mode: Mode, environment: Environment): Record<string, string> {
  const ours = {
    DEMO: mode === 'live' ? '0' : '1',
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const kept = Object.entries(environment).filter(
    ([name, value]) => value && !/^(npm_|DATABASE_ADMIN_URL|STARDESK_LIFELINE)/.test(name),
  );
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...ours };
}

/** Checked with everything else, though nobody gets it. */
function ownersAddress(given: Environment): Environment {
  return { DATABASE_ADMIN_URL: given.DATABASE_ADMIN_URL, DATABASE_ADMIN_URL_FILE: given.DATABASE_ADMIN_URL_FILE };
}

function contradictionOf(mode: Mode, demo: string | undefined): string | null {
  if (!demo) return null;
  return /^(1|true)$/i.test(demo.trim()) === (mode !== 'live') ? null : demo;
}
