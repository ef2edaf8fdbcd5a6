import type { Breach, Rule } from './source-tree.ts';

/** The words of a domain (house §1). A sub-concern is a sub-folder with the same words. */
const vocabulary = ['model', 'schema', 'errors', 'ports', 'data', 'service', 'jobs', 'handlers', 'router', 'bot'];
/** Rooms that are plumbing, not domains: their files are named after what they hold. */
const plumbing = ['lib', 'texts', 'queue', 'live', 'trpc', 'bot', 'adapters', 'generated'];
const catchAll = ['index', 'util', 'utils', 'helper', 'helpers', 'misc', 'common', 'shared'];

const word = '[a-z0-9]+(?:-[a-z0-9]+)*';
/** Next's own spellings: (group), [id], [...rest], [[...rest]], @slot, _private. */
const kebabSegment = new RegExp(
  String.raw`^(?:\(${word}\)|\[{1,2}(?:\.\.\.)?\w+\]{1,2}|[@_.]?${word}(?:\.${word})*(?:\.(?:ts|tsx|mjs|cjs|js|jsx|css))?)$`,
);

export const kebabCaseNames: Rule = (tree) =>
  tree.flatMap(({ path }): Breach[] => {
    const odd = path.split('/').find((segment) => !kebabSegment.test(segment));
    return odd ? [{ path, message: `"${odd}": files and folders are named in kebab-case` }] : [];
  });

export const noCatchAllNames: Rule = (tree) =>
  tree.flatMap(({ path }): Breach[] => {
    if (path.startsWith('server/texts/')) return [];
    const odd = path.split('/').find((segment) => catchAll.includes(segment.replace(/\..*$/, '')));
    return odd ? [{ path, message: `"${odd}" says nothing: name the file after what it holds` }] : [];
  });

export const domainVocabulary: Rule = (tree) =>
  tree.flatMap(({ path }): Breach[] => {
    const [top, room, ...rest] = path.split('/');
    if (top !== 'server' || !room) return [];
    if (rest.length === 0) {
      const atTheTop = /^(env|ports|owned-data|compose\.\w+)(\.test)?\.ts$/.test(room);
      return atTheTop
        ? []
        : [
            {
              path,
              message:
                'only env.ts and what joins the rooms (compose.*.ts, ports.ts, owned-data.ts) stand at the top of server/',
            },
          ];
    }
    const file = rest.at(-1) ?? '';
    if (plumbing.includes(room) || file.endsWith('.test.ts')) return [];
    if (vocabulary.includes(file.replace(/\.ts$/, ''))) return [];
    return [{ path, message: `"${file}" is not a word of a domain: ${vocabulary.join(', ')} (house §1)` }];
  });
