import { browserFiles, valueImports } from './imports.ts';
import type { Breach, Rule } from './source-tree.ts';
import { breachesOf } from './source-tree.ts';

/** House §2.11, and the pure parts of lib that a screen cannot do without. */
const allowed = /^server\/(?:.+\/)?(?:schema|model)\.ts$|^server\/texts\/|^server\/lib\/(?:money|phone)\.ts$/;

/** Whatever else a browser file needs of the server, it asks over the wire. Followed through the allowed files too. */
export const browserImports: Rule = (tree) => {
  const byPath = new Map(tree.map((file) => [file.path, file]));
  const toLookAt = [...browserFiles(tree)];
  const seen = new Set(toLookAt);
  const breaches: Breach[] = [];
  for (const path of toLookAt) {
    const file = byPath.get(path);
    for (const target of file ? valueImports(file) : []) {
      const refused = target.startsWith('node:') || (ours.test(target) && !allowed.test(target));
      if (refused) breaches.push({ path, message: `runs in the browser and imports ${target}: only types may come` });
      else if (allowed.test(target) && !seen.has(target)) {
        seen.add(target);
        toLookAt.push(target);
      }
    }
  }
  return breaches;
};
const ours = /^(?:server|worker|sandbox|scripts|app\/_server)\//;

/** Their bodies are published in every page, and they cannot be authorised where everything else is. */
export const noServerActions: Rule = (tree) =>
  tree
    .filter(({ path }) => path.startsWith('app/'))
    .flatMap((file) =>
      breachesOf(file, /(?:^|[{;\n])\s*(['"]use server['"])/g, () => 'Server Actions are not used', file.code),
    );

/** Baked into the build: a container built once could not be configured. */
export const noBuildTimeVariables: Rule = (tree) =>
  tree
    .filter(({ path }) => !path.startsWith('scripts/structure'))
    .flatMap((file) => breachesOf(file, /NEXT_PUBLIC_\w*/g, (name) => `${name}: pass it from the server at run time`));
