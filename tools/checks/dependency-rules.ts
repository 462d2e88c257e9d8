import type { IRegularForbiddenRuleType as Rule } from 'dependency-cruiser'
import { modules, platform, reaching, reachingByName, storeys, type Uses } from './map.ts'

/** What dependency-cruiser is to forbid, worked out from the map. */
export const dependencyRules = (): Rule[] => [
  ...arrowsBetween(modules, 'src/modules', 'module'),
  ...arrowsBetween(platform, 'src/platform', 'platform'),
  ...storeyRules(),
  forbid('front-door', 'Modules meet only at index.ts.', {
    from: { path: '^src/modules/([^/]+)/' },
    to: {
      path: '^src/modules/[^/]+/.',
      pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'],
    },
  }),
  forbid('app-uses-front-doors', 'The composer knows modules only by index.ts.', {
    from: { path: `^${placeOf('app')}` },
    to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
  }),
  forbid('one-composer', 'Only src/app.ts, and the files beside it, put modules together.', {
    from: { path: '^src/', pathNot: ['^src/modules/', `^${placeOf('app')}`] },
    to: { path: '^src/modules/' },
  }),
  forbid('no-cycle', 'Two files that need each other are one file, or hide a third.', {
    from: {},
    to: { circular: true },
  }),
  forbid('product-without-tests', 'What runs needs neither tests nor tools.', {
    from: { path: '^src/', pathNot: testing },
    to: { path: ['^(tests|tools|bench)/', testing] },
  }),
  forbid('one-way-to-the-database', 'Only platform/db speaks to PostgreSQL.', {
    from: { path: '^src/', pathNot: ['^src/platform/db/', testing] },
    to: { path: '^node_modules/(@types/)?pg/' },
  }),
  forbid('sql-in-queries', 'SQL is written in queries.ts.', {
    from: { path: '^src/', pathNot: ['^src/platform/db/', '/queries\\.ts$', testing] },
    to: { path: '^node_modules/kysely/' },
  }),
  forbid(
    'rules-take-values',
    'A rule reads no database, request, disk or network: pass the value.',
    {
      from: { path: '^src/modules/[^/]+/.+/[^/]+\\.ts$', pathNot: [reachingFiles(), testing] },
      to: {
        path: [
          '^src/platform/(config|db|documents|jobs|web)/',
          '^src/platform/sessions/(begin|key-file|queries)\\.ts$',
          '^node_modules/(fastify|kysely|@types/pg|pg)/',
          reachingFiles(),
        ],
        pathNot: '^src/platform/web/words/',
      },
    },
  ),
  forbid(
    'rules-write-no-entry',
    'A rule may know the words of access and audit, and use neither.',
    {
      from: { path: '^src/modules/[^/]+/.+/[^/]+\\.ts$', pathNot: [reachingFiles(), testing] },
      to: { path: '^src/platform/(access|audit)/', dependencyTypesNot: ['type-only'] },
    },
  ),
  forbid(
    'rules-ask-no-machine',
    'A rule reads no database, request, disk or network: pass the value.',
    {
      from: { path: '^src/modules/[^/]+/.+/[^/]+\\.ts$', pathNot: [reachingFiles(), testing] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
  ),
  forbid(
    'shipped-dependencies',
    'What runs may not need a package that only development installs.',
    {
      from: { path: '^src/', pathNot: testing },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ),
  forbid('resolvable', 'This import leads nowhere.', {
    from: {},
    to: { couldNotResolve: true },
  }),
]

/** Tests, and what only tests use. */
const testing = '(\\.test\\.tsx?$|/testing/|/parity/|planted-[^/]+\\.ts$)'

/** One rule for each line of a map: it may use itself and what its line names, nothing beside it. */
function arrowsBetween(uses: Uses, folder: string, kind: string): Rule[] {
  return Object.entries(uses).map(([name, allowed]) =>
    forbid(`${kind}-${name}`, `${name} may use ${allowed.join(', ') || 'nothing beside it'}.`, {
      from: { path: `^${folder}/${name}/` },
      to: { path: `^${folder}/`, pathNot: `^${folder}/(${[name, ...allowed].join('|')})/` },
    }),
  )
}

function storeyRules(): Rule[] {
  return Object.entries(storeys).map(([name, allowed]: [string, readonly string[]]) =>
    forbid(`storey-${name}`, `${name} may use ${allowed.join(', ') || 'nothing of ours'}.`, {
      from: { path: `^${placeOf(name)}`, pathNot: testing },
      to: { path: '^src/', pathNot: [name, ...allowed].map(one => `^${placeOf(one)}`) },
    }),
  )
}

function placeOf(storey: string): string {
  if (storey === 'main') return 'src/main\\.ts$'
  return storey === 'app' ? 'src/(?!main\\.ts)[^/]+\\.ts$' : `src/${storey}/`
}

function reachingFiles(): string {
  const byName = reachingByName.map(path => path.replaceAll('.', '\\.'))
  return `^src/modules/([^/]+/.+/(${reaching.join('|')})\\.ts|${byName.join('|')})$`
}

function forbid(name: string, comment: string, { from, to }: Pick<Rule, 'from' | 'to'>): Rule {
  return { name, comment, severity: 'error', from, to }
}
