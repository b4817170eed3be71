// Who may import whom. tests/layers plants one violation of every rule.

// What electron.config.ts builds.
const entries = [
  '^main/(index|service-process|preload|import/worker|cli/lectern)\\.ts$',
  '^renderer/index\\.tsx$',
]

const panes = 'library|reader|notes|notebook|feeds|versions|said|settings|palette|add|keeping'

/** The npm package's own files, wherever node_modules lies. */
function npm(...names) {
  return `(^|/)node_modules/(${names.join('|')})/`
}

function only(name, from, allowed) {
  return forbid(name, { path: from }, { pathNot: [from, ...allowed] })
}

/** @returns {import('dependency-cruiser').IForbiddenRuleType & { name: string }} */
function forbid(name, from, to) {
  return { name, severity: 'error', from, to }
}

// A library that is a function of its arguments may be used by any room of src, except where only zod is allowed.
// `mdast` has types and no code: it is in node_modules/@types, where only the compiler looks.
const libraries = ['(^|/)node_modules/', '^mdast$']

export default {
  forbidden: [
    only('model-knows-only-zod', '^src/model/', [npm('zod')]),
    only('text-knows-the-model', '^src/text/', ['^src/model/', '^src/errors\\.ts$', ...libraries]),
    ...['wire', 'statements', 'query', 'merge', 'versions'].map((room) =>
      only(`${room}-knows-model-and-text`, `^src/${room}/`, [
        '^src/(model|text)/',
        '^src/errors\\.ts$',
        ...libraries,
      ]),
    ),
    // A step is never edited after its release: it must not lean on what will change.
    only('migrations-know-the-format-version', '^src/migrations/', ['^src/model/format\\.ts$', npm('zod')]),
    only('markup-knows-text', '^src/markup/', ['^src/text/', '^src/errors\\.ts$', ...libraries]),
    only('importers-know-model-text-wire-markup', '^src/importers/', [
      '^src/(model|text|wire|markup)/',
      '^src/errors\\.ts$',
      ...libraries,
    ]),
    only('exporters-know-model-text', '^src/exporters/', [
      '^src/(model|text)/',
      '^src/errors\\.ts$',
      ...libraries,
    ]),
    only('contract-knows-the-model', '^src/contract\\.ts$', ['^src/model/', '^src/errors\\.ts$', npm('zod')]),
    only('errors-know-the-model', '^src/errors\\.ts$', ['^src/model/', npm('zod')]),
    forbid('src-points-at-nobody', { path: '^src/' }, { path: '^(main|renderer|scripts)/' }),
    forbid('src-without-node', { path: '^src/' }, { dependencyTypes: ['core'] }),
    forbid(
      'src-without-face-and-shell',
      { path: '^src/' },
      {
        path: npm(
          'electron',
          'react',
          'react-dom',
          'radix-ui',
          '@radix-ui/.+',
          'zustand',
          'lowdb',
          '@photostructure/sqlite',
        ),
      },
    ),

    forbid('main-without-renderer', { path: '^main/' }, { path: '^renderer/' }),
    forbid(
      'electron-in-few-files',
      {
        path: '^main/',
        pathNot: '^main/(index|window|menu|protocol|dialogs|ipc|clipboard|preload|service-host)\\.ts$',
      },
      { path: npm('electron') },
    ),
    only('web-knows-errors', '^main/web/', [
      '^src/errors\\.ts$',
      '^(node:)?net$',
      '^(node:)?dns(/promises)?$',
      npm('undici'),
    ]),
    forbid('library-without-import', { path: '^main/library/' }, { path: '^main/import/' }),
    forbid('import-without-library', { path: '^main/import/' }, { path: '^main/library/' }),
    forbid(
      'preload-only-types',
      { path: '^main/preload\\.ts$' },
      {
        pathNot: npm('electron'),
        dependencyTypesNot: ['type-only'],
      },
    ),

    forbid('renderer-without-main', { path: '^renderer/' }, { path: '^main/' }),
    forbid('renderer-without-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid('renderer-without-electron', { path: '^renderer/' }, { path: npm('electron') }),
    forbid(
      'renderer-knows-four-of-src',
      { path: '^renderer/' },
      {
        path: '^src/',
        pathNot: '^src/((model|text)/|(contract|errors)\\.ts$)',
      },
    ),
    forbid(
      'panes-apart',
      { path: `^renderer/(${panes})/` },
      {
        path: `^renderer/(${panes})/`,
        pathNot: '^renderer/$1/',
      },
    ),
    only('ui-knows-only-react', '^renderer/ui/', [
      npm('react', 'react-dom', 'radix-ui', '@radix-ui/.+', 'lucide-react'),
    ]),

    forbid('tests-imported-by-nobody', { path: '^(src|main|renderer|scripts)/' }, { path: '^tests/' }),

    forbid('no-circles', {}, { circular: true }),
    // Beyond dependency-cruiser's own word for it: whatever no entry leads to is dead, with or without imports.
    forbid(
      'no-orphans',
      { path: entries },
      { path: '^(src|main|renderer)/', pathNot: ['\\.d\\.ts$', ...entries], reachable: false },
    ),
    forbid('no-missing', {}, { couldNotResolve: true, pathNot: '^mdast$' }),
    forbid('no-unlisted-package', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The two small apps with a package.json of their own use the project's packages.
    combinedDependencies: true,
    // Type imports are imports, too: a room that knows another's types knows the other.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
}
