import { existsSync } from 'node:fs';
import { project } from '#/scripts/project.ts';
import type { ChildPlan } from './child.ts';

/** The processes of the product, in the order in which they are started and, at the end, stopped. */
export function productionPlans(environment: Record<string, string>, address: { host: string; port: number }) {
  const next = project.inRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const web: ChildPlan = {
    name: 'web',
    args: [next, 'start', '--hostname', address.host, '--port', String(address.port)],
    environment: { ...environment, HOST: address.host, PORT: String(address.port) },
    graceMs: 2500,
  };
  return { web, worker: workerPlan(environment), sandbox: sandboxPlan(environment) };
}

export function workerPlan(environment: Record<string, string>, ...nodeOptions: string[]): ChildPlan | null {
  return existsSync(project.inRoot('worker', 'main.ts'))
    ? { name: 'worker', args: [...nodeOptions, project.inRoot('worker', 'main.ts')], environment, graceMs: 3500 }
    : null;
}

/** The simulated outside world: beside every demo and development, never beside the real thing. */
export function sandboxPlan(environment: Record<string, string>): ChildPlan | null {
  return environment.DEMO === '1' && existsSync(project.inRoot('sandbox', 'main.ts'))
    ? { name: 'sandbox', args: [project.inRoot('sandbox', 'main.ts')], environment, graceMs: 1000 }
    : null;
}
