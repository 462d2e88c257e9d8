import { documentFaults } from './documents.ts'
import { glossaryFaults } from './glossary.ts'
import { mapIsDrawn } from './map-drawing.ts'
import { packageFaults } from './packages.ts'
import { secretFaults } from './secrets.ts'
import { shapeFaults } from './shape.ts'
import { sqlFaults } from './sql.ts'
import type { Check } from './tree.ts'

/** One check: a command that exits 0 where all is well, or a function that tells the faults. */
export type Step = { name: string; what: string } & (
  { command: readonly [string, ...string[]] } | { faults: Check }
)

/** The list of `npm run check`. Slow ones come first, so that the quick ones run beside them. */
export const checks: readonly Step[] = [
  { name: 'lint', what: 'what the compiler cannot see, and our bans', command: ['eslint', '.'] },
  { name: 'types', what: 'the compiler, strict', command: ['tsc'] },
  {
    name: 'tables',
    what: 'src/platform/db/tables.ts is what the migrations make',
    command: ['node', 'tools/table-types.ts', '--check'],
  },
  {
    name: 'schema',
    what: 'schema.sql is what the migrations make',
    command: ['node', 'tools/schema-dump.ts', '--check'],
  },
  { name: 'format', what: 'one form for all files', command: ['prettier', '--check', '.'] },
  {
    name: 'map',
    what: 'every import follows the map, and none goes in a circle',
    command: ['depcruise', '--config', '.dependency-cruiser.js', 'src', 'tools', 'tests'],
  },
  { name: 'dead-code', what: 'no file, export or package that nobody uses', command: ['knip'] },
  {
    name: 'idle-code',
    what: 'no file of the product, and no package that runs, that only tests use',
    command: ['knip', '--production', '--include', 'files,dependencies'],
  },
  {
    name: 'reference',
    what: 'reference data have source, date and licence and keep their rules',
    command: ['node', 'tools/check-reference.ts'],
  },
  {
    name: 'holidays',
    what: 'reference/holidays/ is what tools/holidays.ts makes',
    command: ['node', 'tools/holidays.ts', '--check'],
  },
  {
    name: 'access',
    what: 'docs/access.md is what the permission tables make',
    command: ['node', 'tools/access.ts', '--check'],
  },
  { name: 'shape', what: 'names, places and sizes of files', faults: shapeFaults },
  { name: 'sql', what: 'SQL in queries.ts, on the module’s own tables', faults: sqlFaults },
  { name: 'drawing', what: 'ARCHITECTURE.md shows the map', faults: mapIsDrawn },
  {
    name: 'documents',
    what: 'quoted code, paths, links and commands exist',
    faults: documentFaults,
  },
  {
    name: 'glossary',
    what: 'words have the names in code that they claim',
    faults: glossaryFaults,
  },
  { name: 'packages', what: 'few, exact, with licences that we may ship', faults: packageFaults },
  { name: 'secrets', what: 'nothing that looks like one', faults: secretFaults },
]
