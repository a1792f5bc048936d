/** The dependency rule of the house: renderer → contract ← core ← { electron, cli }. Type-only imports count. */
const layer = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    layer('no-cycles', {}, { circular: true }, 'A cycle means two files that should be one, or three.'),
    layer(
      'contract-imports-zod-alone',
      { path: '^main/contract/', pathNot: '\\.test\\.ts$' },
      { pathNot: ['^main/contract/', '^node_modules/zod/'] },
      'The contract is data and types: zod and nothing else.',
    ),
    layer(
      'core-imports-no-shell',
      { path: '^main/core/', pathNot: '/test-helpers/' },
      {
        path: [
          '^main/(cli|electron)/',
          '^renderer/',
          '^content/',
          '^e2e/',
          '^node_modules/electron/',
          '^electron$',
          '^(node:)?https?$',
        ],
      },
      'The core runs in any shell, so it knows none.',
    ),
    layer(
      'one-way-out',
      {
        path: '^(main|renderer|content)/',
        pathNot: ['^main/core/network/', '^main/cli/serve/', '/test-helpers/', '\\.test\\.ts$'],
      },
      { path: ['^(node:)?(net|tls|dgram|dns|https?|http2)(/promises)?$', '^node_modules/undici/'] },
      'The network port is the one way out: only it opens sockets. The loopback server is the one way in.',
    ),
    layer(
      'shells-import-the-cores-doors-only',
      { path: '^main/(cli|electron)/' },
      {
        path: '^main/core/',
        pathNot: [
          '^main/core/(core|caretaker|data-directory)\\.ts$',
          '^main/core/host/',
          '^main/core/files/',
          '^main/core/web/',
          '^main/core/network/test-helpers/',
          '^main/core/collection/assets\\.ts$',
        ],
      },
      'Of the core, shells use its composition root, its ports, its assets and how a file comes to the disk.',
    ),
    layer(
      'electron-and-cli-apart',
      { path: '^main/electron/' },
      { path: '^main/cli/' },
      'Two shells, neither on top of the other.',
    ),
    layer(
      'cli-and-electron-apart',
      { path: '^main/cli/' },
      { path: '^main/electron/' },
      'Two shells, neither on top of the other.',
    ),
    layer(
      'renderer-imports-contract-alone',
      { path: '^renderer/' },
      { path: ['^main/(core|cli|electron)/', '^content/', '^e2e/', '^node_modules/(electron|better-sqlite3|lunr)/'] },
      'The window asks through the contract.',
    ),
    layer(
      'views-apart',
      { path: '^renderer/views/([^/]+)/' },
      { path: '^renderer/views/', pathNot: '^renderer/views/$1/' },
      'What two views share is a component or a helper in lib.',
    ),
    layer(
      'components-know-no-api',
      { path: '^renderer/components/' },
      { path: ['^renderer/(api|state|views|shell)/', '^main/contract/(client|methods)\\.ts$'] },
      'Components get properties and send events.',
    ),
    layer(
      'content-uses-search-and-related',
      { path: '^content/', pathNot: '\\.test\\.ts$' },
      { path: '^main/', pathNot: ['^main/contract/', '^main/core/(search|related|text|collection|exporters)/'] },
      'The compiler shares the collection format, the text rules, search, related and the exporters with the core, and nothing else.',
    ),
    layer(
      'e2e-drives-from-outside',
      { path: '^e2e/' },
      { path: ['^main/core/', '^main/cli/', '^main/electron/', '^renderer/'] },
      'End-to-end tests start a shell and look at its window.',
    ),
    layer('no-unresolved', {}, { couldNotResolve: true }, 'An import must lead somewhere.'),
    layer(
      'no-dev-dependency-in-the-product',
      {
        path: '^(main|renderer)/',
        pathNot: [
          '\\.(test|bench)\\.ts$',
          '/test-helpers/',
          '^main/core/search/bench/',
          '^main/electron/',
          '^main/cli/(from-source|start)\\.ts$',
        ],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      'What the app runs on is a dependency.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
