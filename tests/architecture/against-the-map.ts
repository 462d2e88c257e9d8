import type { Planted } from './violation.ts'

const inspection = 'src/modules/inspection'
const publication = 'src/modules/publication'

export const againstTheMap: Planted[] = [
  {
    title: 'a module that reaches past the front door of another',
    by: 'map',
    files: {
      [`${publication}/planted/past-the-door.ts`]: `export { visitsIn } from '../../inspection/programme/read.ts'\n`,
    },
    says: 'front-door',
  },
  {
    title: 'a module that uses another against an arrow',
    by: 'map',
    files: {
      [`${inspection}/planted/against-an-arrow.ts`]: `export { publicationModule } from '../../publication/index.ts'\n`,
    },
    says: 'module-inspection',
  },
  {
    title: 'a method that needs the platform',
    by: 'map',
    files: {
      'src/methods/planted/needs-platform.ts': `export { zone } from '../../platform/clock/clock.ts'\n`,
    },
    says: 'storey-methods',
  },
  {
    title: 'a platform that knows a module',
    by: 'map',
    files: {
      'src/platform/web/planted/knows-a-module.ts': `export { inspectionModule } from '../../../modules/inspection/index.ts'\n`,
    },
    says: 'one-composer',
  },
  {
    title: 'a part of the platform that uses another against an arrow',
    by: 'map',
    files: { 'src/platform/db/planted-arrow.ts': `export { parseForm } from '../web/form.ts'\n` },
    says: 'platform-db',
  },
  {
    title: 'a second composer',
    by: 'map',
    files: {
      'src/command-line/planted-composer.ts': `export { inspectionModule } from '../modules/inspection/index.ts'\n`,
    },
    says: 'one-composer',
  },
  {
    title: 'a circle of imports',
    by: 'map',
    files: {
      'src/methods/planted/chicken.ts': `import { egg } from './egg.ts'\nexport const chicken = (): unknown => egg\n`,
      'src/methods/planted/egg.ts': `import { chicken } from './chicken.ts'\nexport const egg = (): unknown => chicken\n`,
    },
    says: 'no-cycle',
  },
  {
    title: 'a circle of types alone',
    by: 'map',
    files: {
      'src/methods/planted/day.ts': `import type { Night } from './night.ts'\nexport interface Day { after: Night }\n`,
      'src/methods/planted/night.ts': `import type { Day } from './day.ts'\nexport interface Night { after: Day }\n`,
    },
    says: 'no-cycle',
  },
  {
    title: 'a module that speaks to PostgreSQL itself',
    by: 'map',
    files: {
      [`${inspection}/planted/queries.ts`]: `import pg from 'pg'\nexport const { Pool } = pg\n`,
    },
    says: 'one-way-to-the-database',
  },
  {
    title: 'a route that builds SQL itself',
    by: 'map',
    files: { [`${inspection}/planted/routes.ts`]: `export { sql } from 'kysely'\n` },
    says: 'sql-in-queries',
  },
  {
    title: 'a rule that asks the database',
    by: 'map',
    files: {
      [`${inspection}/planted/asking.ts`]: `export { allForces } from '../programme/queries.ts'\n`,
    },
    says: 'rules-take-values',
  },
  {
    title: 'a rule that reads a file',
    by: 'map',
    files: { [`${inspection}/planted/reading.ts`]: `export { readFileSync } from 'node:fs'\n` },
    says: 'rules-ask-no-machine',
  },
  {
    title: 'a program that needs its tests',
    by: 'map',
    files: {
      'src/platform/web/planted/needs-tests.ts': `export { testApp } from '../../../../tests/builders/app.ts'\n`,
    },
    says: 'product-without-tests',
  },
  {
    title: 'a program that needs a package of its development',
    by: 'map',
    files: { 'src/methods/planted/needs-tools.ts': `export { integer } from 'fast-check'\n` },
    says: 'shipped-dependencies',
  },
  {
    title: 'an import that leads nowhere',
    by: 'map',
    files: { 'src/methods/planted/nowhere.ts': `export { nothing } from './missing.ts'\n` },
    says: 'resolvable',
  },
]
