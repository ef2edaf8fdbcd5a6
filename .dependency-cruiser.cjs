/**
 * Who may import whom (docs: house rules in README, "Rooms"). What imports cannot tell is in scripts/structure/.
 * Types count too: a type-only import of a forbidden room is still knowledge of it, except where said.
 */
const domains = 'users|notify|gifts|checks|loyalty|billing';
const plumbing = 'lib|texts|queue|live|trpc|bot|ledger|users|notify';
/** Beside the code they test, tests may reach for what the code itself may not. */
const tests = String.raw`\.(test|spec)\.tsx?$`;
const notATest = { pathNot: tests };

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'server-knows-no-shell',
    comment: 'app and worker know the server, never the other way round (1)',
    from: { path: '^server/' },
    to: { path: '^(app|worker|scripts|deploy)/' },
  },
  {
    name: 'product-knows-no-scripts-or-tests',
    from: { path: '^(app|server|worker|sandbox)/', ...notATest },
    to: { path: '^(scripts|tests|deploy)/' },
  },
  {
    name: 'app-and-worker-are-apart',
    from: { path: '^(app|worker)/', ...notATest },
    to: { path: '^(app|worker)/', pathNot: '^$1/' },
  },
  {
    name: 'sandbox-and-product-are-strangers',
    comment: 'the simulated world is outside: it knows only what the real one would (1)',
    from: { path: '^sandbox/' },
    to: { path: '^(app|server|worker)/' },
  },
  {
    name: 'product-knows-no-sandbox',
    comment: 'only its client may be used, and only by tests and scripts (1)',
    from: { path: '^(app|server|worker)/', ...notATest },
    to: { path: '^sandbox/' },
  },
  {
    name: 'tests-reach-the-sandbox-by-its-client',
    from: { path: ['^tests/', tests], pathNot: '^sandbox/' },
    to: { path: '^sandbox/', pathNot: String.raw`^sandbox/client\.ts$` },
  },
  {
    name: 'lib-knows-no-domain',
    comment: 'lib could ship in another product; the generated Prisma client is its only neighbour',
    from: { path: '^server/lib/', ...notATest },
    to: { path: '^(server|app|worker)/', pathNot: '^server/(lib|generated)/' },
  },
  {
    name: 'texts-know-nothing',
    from: { path: '^server/texts/', ...notATest },
    to: { path: '^(server|app|worker)/', pathNot: '^server/texts/' },
  },
  {
    name: 'ledger-knows-lib-only',
    comment: 'money is counted the same whoever asks (2)',
    from: { path: '^server/ledger/', ...notATest },
    to: { path: '^server/', pathNot: '^server/(ledger|lib|generated)/' },
  },
  {
    name: 'plumbing-knows-no-later-domain',
    comment: 'gifts, checks, loyalty, billing stand on the others (2); the bot and tRPC roots join routers only',
    from: { path: `^server/(${plumbing})/`, pathNot: [tests, '^server/(trpc/root|bot/menu)'] },
    to: { path: '^server/(gifts|checks|loyalty|billing)/' },
  },
  {
    name: 'domain-through-its-front-door',
    comment: 'another domain is reached through its service, data, model, and what they speak of (3)',
    from: { path: `^server/(${domains})/`, ...notATest },
    to: {
      path: `^server/(${domains})/`,
      pathNot: ['^server/$1/', String.raw`/(service|data|model|schema|errors|jobs)\.ts$`],
    },
  },
  {
    name: 'domains-in-one-direction',
    comment: 'gifts, checks, loyalty -> billing -> ledger (3)',
    from: { path: '^server/billing/' },
    to: { path: '^server/(gifts|checks|loyalty)/' },
  },
  {
    name: 'gifts-checks-and-loyalty-are-strangers',
    from: { path: '^server/(gifts|checks|loyalty)/' },
    to: { path: '^server/(gifts|checks|loyalty)/', pathNot: '^server/$1/' },
  },
  {
    name: 'only-roots-join-adapters',
    comment: 'domains see ports; the compose.* roots put adapters behind them (4)',
    from: { pathNot: [String.raw`^server/compose\.\w+\.ts$`, '^server/adapters/', tests, '^tests/'] },
    to: { path: '^server/adapters/' },
  },
  {
    name: 'adapters-know-ports',
    comment: 'an adapter sees the interface it serves, the words of its values, and lib (4)',
    from: { path: '^server/adapters/([^/]+)/', ...notATest },
    to: {
      path: '^server/',
      pathNot: ['^server/adapters/$1/', '^server/lib/', String.raw`^server/[\w/-]+/(ports|model|schema|errors)\.ts$`],
    },
  },
  {
    name: 'prisma-in-data-and-services',
    comment: 'a query stands where its owner is checked (5)',
    from: {
      path: '^(app|server|worker|sandbox)/',
      pathNot: [
        tests,
        '^server/generated/',
        String.raw`^server/lib/db\.ts$`,
        '^server/(ledger|users|notify|live|queue)/',
        String.raw`^server/.+/(data|service)\.ts$`,
      ],
    },
    to: { path: ['^server/generated/', '^node_modules/@prisma/'] },
  },
  {
    name: 'sql-in-data-and-services',
    comment: 'the same for the driver; its types may be spoken of (5)',
    from: {
      path: '^(app|server|worker|sandbox)/',
      pathNot: [
        tests,
        '^server/generated/',
        String.raw`^server/lib/(db|listen)\.ts$`,
        '^server/(ledger|users|notify|live|queue)/',
        String.raw`^server/.+/(data|service)\.ts$`,
      ],
    },
    to: { path: '^node_modules/pg/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'mtproto-in-one-adapter',
    comment: 'one process owns a Telegram session (6)',
    from: { path: '^(app|server|worker|scripts|tests)/', pathNot: ['^server/adapters/telegram-user/', tests] },
    to: { path: '^node_modules/(telegram|teleproto)/' },
  },
  {
    name: 'mtproto-unreachable-from-app',
    comment: 'not even through others: a web process must never hold a Telegram session (6)',
    from: { path: '^app/' },
    to: { path: '^(node_modules/(telegram|teleproto)/|server/adapters/telegram-user/)', reachable: true },
  },
  {
    name: 'worker-root-is-the-workers',
    from: { path: '^(app|server)/' },
    to: { path: String.raw`^server/compose\.worker\.ts$` },
  },
  {
    name: 'models-are-pure',
    comment: 'rules and states reach no database, clock, file or environment (11); add what is pure to the list',
    from: { path: String.raw`^server/.+/(model|schema)\.ts$` },
    to: {
      pathNot: [
        String.raw`^server/.+/(model|schema|errors)\.ts$`,
        String.raw`^server/lib/(money|phone|errors|core-errors|exact-json|secret|uuid)\.ts$`,
        '^(node:)?crypto$',
        String.raw`^server/texts/shape\.ts$`,
        '^node_modules/(zod|libphonenumber-js)/',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'ui-kit-knows-no-product',
    comment: 'what could ship in another product (§1): of the server it sees words and texts at most',
    from: { path: '^app/_ui/', ...notATest },
    to: {
      path: '^(app|server|worker)/',
      pathNot: ['^app/_ui/', '^server/texts/', String.raw`^server/lib/(money|phone)\.ts$`],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'no-cycles',
    comment: 'types may refer to each other, running code may not',
    from: { pathNot: '^server/generated/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    comment: 'nobody imports it and it is no entry: dead code',
    from: {
      orphan: true,
      pathNot: [
        String.raw`(^|/)\.[^/]+\.cjs$`,
        String.raw`\.d\.ts$`,
        String.raw`^[^/]+\.(ts|mjs|cjs)$`,
        String.raw`^app/.*(page|layout|template|loading|error|not-found|global-error|route|default|icon|manifest|robots|sitemap|opengraph-image)\.tsx?$`,
        '^scripts/',
        '^tests/(long|bench|e2e)/',
        '^server/generated/',
      ],
    },
    to: {},
  },
  {
    name: 'everything-resolves',
    from: {},
    to: { couldNotResolve: true, pathNot: String.raw`^@prisma/schema-engine-wasm/package\.json$` },
  },
  {
    name: 'no-dev-packages-in-the-product',
    from: { path: '^(app|server|worker)/', ...notATest },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
  },
  {
    name: 'packages-are-declared',
    comment: 'a package that only somebody else depends on can vanish with their next version',
    from: { path: '^(app|server|worker|sandbox|scripts|tests)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^server/generated/'] },
    exclude: { path: String.raw`^(\.next|\.stardesk)/` },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
