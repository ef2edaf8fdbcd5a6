import { execFileSync } from 'node:child_process';
import { readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { project } from '#/scripts/project.ts';
import { isBuilt } from '#/scripts/start/build.ts';
import { findChromium, thisMachine } from '#/scripts/steps/chromium.ts';
import { say } from '#/scripts/terminal/say.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

const comfortableBytes = 2_000_000_000;
const neededBytes = 500_000_000;

/** What the product stands on. Packages and client were brought up to date before doctor began: see bootstrap. */
export function examineMachine(): Finding[] {
  return [node(), npm(), packages(), disk(), build(), chromium()];
}

function node(): Finding {
  const own = process.execPath.startsWith(project.own);
  return ok('Node', `${process.versions.node}${own ? `, ${say('doctor.privateNode')}` : ''}`);
}

function npm(): Finding {
  // npm names itself and its version to what it runs.
  const version = /npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1];
  return version ? ok('npm', version) : warn('npm', say('doctor.notThroughNpm'), 'npm run doctor');
}

function packages(): Finding {
  const count = readdirSync(project.inRoot('node_modules')).length;
  return count > 0
    ? ok(say('doctor.packages'), say('doctor.asLocked'))
    : bad(say('doctor.packages'), '0', 'npm install');
}

function disk(): Finding {
  const { bavail, bsize } = statfsSync(project.own);
  const free = bavail * bsize;
  const text = say('doctor.free', { gigabytes: (free / 1e9).toFixed(1) });
  if (free < neededBytes) return bad(say('doctor.disk'), text, say('doctor.freeSome'));
  return free < comfortableBytes
    ? warn(say('doctor.disk'), text, say('doctor.freeSome'))
    : ok(say('doctor.disk'), text);
}

function build(): Finding {
  return ok(say('build.label'), isBuilt() ? say('doctor.built') : say('doctor.willBuild'));
}

function chromium(): Finding {
  const found = findChromium(thisMachine);
  if (found) return ok('Chromium', found);
  return warn('Chromium', say('doctor.noChromium'), 'CHROMIUM_PATH=/usr/bin/chromium npm test');
}

/** Keys that others of this machine could read. */
export function examineSecrets(): Finding {
  const label = say('doctor.secrets');
  if (process.platform === 'win32') return ok(label, project.secrets);
  const open = secretFiles(project.secrets).filter((file) => (statSync(file).mode & 0o077) !== 0);
  if (open.length === 0) return ok(label, say('doctor.secretsClosed'));
  return bad(label, say('doctor.secretsOpen'), ...open.map((file) => `chmod 600 ${path.relative(project.root, file)}`));
}

function secretFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Who owns what a start has made: a start as another user would fail there. */
export function examineOwner(): Finding | null {
  const uid = process.getuid?.();
  const owner = statSync(project.own).uid;
  if (uid === undefined || uid === 0 || owner === uid) return null;
  const me = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  return bad('.stardesk', say('doctor.foreignFolder'), `sudo chown -R ${me} ${project.root}`);
}
