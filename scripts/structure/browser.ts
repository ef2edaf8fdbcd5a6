import { browserFiles, valueImports } from './imports.ts';
import type { Breach, Rule } from './source-tree.ts';
import { breachesOf } from './source-tree.ts';

/** House §2.11, and the pure parts of lib that a screen cannot do without. */
const allowed = /^server\/(?:.+\/)?(?:schema|model)\.ts$|^server\/texts\/|^server\/lib\/(?:money|phone)\.ts$/;

/** Whatever else a browser file needs of the server, it asks over the wire. */
export const browserImports: Rule = (tree) => {
  const inBrowser = browserFiles(tree);
  return tree
    .filter((file) => inBrowser.has(file.path))
    .flatMap((file): Breach[] =>
      valueImports(file)
        .filter((path) => /^(?:server|worker|sandbox|scripts|app\/_server)\//.test(path) && !allowed.test(path))
        .map((path) => ({
          path: file.path,
          message: `runs in the browser and imports ${path}: only its types may come`,
        })),
    );
};

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
