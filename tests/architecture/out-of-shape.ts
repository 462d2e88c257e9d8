import type { Planted } from './violation.ts'

const inspection = 'src/modules/inspection'
const publication = 'src/modules/publication'

export const outOfShape: Planted[] = [
  {
    title: 'a folder whose name says nothing',
    by: 'tree',
    files: { 'src/modules/inspection/utils/dates.ts': 'export const day = 1\n' },
    says: 'name it for what people do there',
  },
  {
    title: 'an index below the root of a module',
    by: 'tree',
    files: { [`${inspection}/planted/index.ts`]: 'export const planted = 1\n' },
    says: 'index below',
  },
  {
    title: 'an over-long file',
    by: 'tree',
    files: { 'src/methods/planted/long.ts': '// One more line.\n'.repeat(301) },
    says: 'has 301 lines',
  },
  {
    title: 'a name in camel case',
    by: 'tree',
    files: { 'src/methods/planted/camelCase.ts': 'export const one = 1\n' },
    says: 'kebab-case',
  },
  {
    title: 'a module that is not on the map',
    by: 'tree',
    files: { 'src/modules/gossip/index.ts': 'export const gossip = 1\n' },
    at: 'src/modules/gossip',
    says: 'is not on the map',
  },
  {
    title: 'a module without a README',
    by: 'tree',
    files: { 'src/modules/gossip/module.ts': 'export const gossip = 1\n' },
    at: 'src/modules/gossip/README.md',
    says: 'is missing',
  },
  {
    title: 'a front door of more than 40 lines',
    by: 'tree',
    files: {
      [`${publication}/index.ts`]: before => `${before}${'// One more line.\n'.repeat(40)}`,
    },
    says: '40 is the most',
  },
  {
    title: 'a test that stands beside nothing',
    by: 'tree',
    files: {
      [`${publication}/planted/lonely.test.ts`]: `import { test } from 'vitest'\ntest('one', () => undefined)\n`,
    },
    says: 'put it beside what it tests',
  },
  {
    title: 'SQL outside queries.ts',
    by: 'sql',
    files: {
      [`${inspection}/planted/read.ts`]: `import type { Reader } from '../../../platform/db/door.ts'\nexport const all = (tx: Reader) => tx.selectFrom('inspection.force').select('slug').execute()\n`,
    },
    says: 'SQL outside queries.ts',
  },
  {
    title: 'a module that reads the tables of another',
    by: 'sql',
    files: {
      [`${publication}/planted/queries.ts`]: `import type { Reader } from '../../../platform/db/door.ts'\nexport const all = (tx: Reader) => tx.selectFrom('inspection.force as force').select('slug').execute()\n`,
    },
    says: 'ask inspection instead',
  },
  {
    title: 'a table of another module in raw SQL',
    by: 'sql',
    files: {
      [`${publication}/planted-raw/queries.ts`]: `import { sql } from 'kysely'\nexport const all = sql\`select slug from inspection.force\`\n`,
    },
    says: 'ask inspection instead',
  },
]
