import { expect, test } from 'vitest'
import { inProgram } from '../../src/platform/config/program-root.ts'
import { documentFaults } from '../../tools/checks/documents.ts'
import { glossaryFaults } from '../../tools/checks/glossary.ts'
import { mapIsDrawn } from '../../tools/checks/map-drawing.ts'
import { modules, platform, storeys } from '../../tools/checks/map.ts'
import { shapeFaults } from '../../tools/checks/shape.ts'
import { sqlFaults } from '../../tools/checks/sql.ts'
import { brokenImports } from './planted-tree.ts'

test.each(Object.entries({ modules, platform, storeys }))(
  'the map of %s has no circle: each line names only lines above it',
  (_, uses) => {
    const lines = Object.entries(uses)
    const names = lines.map(([name]) => name)
    for (const [name, used] of lines) {
      const above = names.slice(0, names.indexOf(name))
      expect(above, `${name} may use`).toEqual(expect.arrayContaining([...used]))
    }
  },
)

test('every import of the tree follows the map, and none goes in a circle', async () => {
  expect(await brokenImports(inProgram())).toEqual([])
}, 60_000)

test.each([
  ['names, places and sizes of files are in order', shapeFaults],
  ['SQL stands in queries.ts and names its own tables', sqlFaults],
  ['ARCHITECTURE.md shows the map as it is', mapIsDrawn],
  ['documents quote and name what is there', documentFaults],
  ['every word of the glossary has its name in code', glossaryFaults],
])('%s', (_, faults) => {
  expect(faults(inProgram())).toEqual([])
})
