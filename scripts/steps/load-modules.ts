import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

export interface Runnable {
  readonly name: string;
  run(...args: never[]): Promise<unknown>;
}

/** Default exports of a folder's files; specs, tests and files that export nothing to run are not among them. */
export async function loadModules<Module extends Runnable>(
  folder: string,
  filter: readonly string[],
): Promise<Module[]> {
  const files = readdirSync(join(root, folder)).filter((file) => /^[\w-]+\.ts$/.test(file));
  const found: Module[] = [];
  for (const file of files.sort()) {
    const module = (await import(join(root, folder, file))) as { default?: Module };
    if (module.default) found.push(module.default);
  }
  if (filter.length === 0) return found;
  return found.filter(({ name }) => filter.some((word) => name.includes(word)));
}
