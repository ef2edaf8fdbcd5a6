import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process number is given again sooner or later: together with the time of birth it names one process. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly born: string;
}

export function identify(pid: number): ProcessIdentity | null {
  const born = birthOf(pid);
  return born === null ? null : { pid, born };
}

export function isStillThere({ pid, born }: ProcessIdentity): boolean {
  return birthOf(pid) === born;
}

function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // The name (2nd field, in brackets) may hold spaces; the 22nd field is the start in ticks since boot.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie holds nothing any more.
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
