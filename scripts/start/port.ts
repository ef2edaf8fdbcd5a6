import { setTimeout as sleep } from 'node:timers/promises';
import { Explained } from '#/scripts/bootstrap/explained.mjs';
import { findFreePort, isFree } from '#/scripts/database/embedded/free-port.ts';
import { say } from '#/scripts/terminal/say.ts';
import { note } from '#/scripts/terminal/step.mjs';

/** Our own web of a moment ago may still be leaving. */
const patienceMs = 1500;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The wanted port, or the next free one. In live mode a port that was asked for is not exchanged: a proxy points at it. */
export async function chooseAddress(wanted: Address, isFixed: boolean): Promise<Address> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isFree(wanted.port, wanted.host))) {
    if (performance.now() < giveUpAt) {
      await sleep(100);
      continue;
    }
    if (isFixed) throw new Explained(say('start.portTaken', { port: String(wanted.port) }));
    const port = await findFreePort(wanted.port + 1, wanted.host);
    note(say('start.web'), say('start.otherPort', { taken: String(wanted.port), port: String(port) }));
    return { ...wanted, port };
  }
  return wanted;
}

/** Where we reach it ourselves: one cannot connect to "any address". */
export function reachable({ host, port }: Address): Address {
  return { host: ['0.0.0.0', '::', 'localhost', '::1'].includes(host) ? '127.0.0.1' : host, port };
}
