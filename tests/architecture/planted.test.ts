import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentFaults } from '../../tools/checks/documents.ts'
import { glossaryFaults } from '../../tools/checks/glossary.ts'
import { mapIsDrawn } from '../../tools/checks/map-drawing.ts'
import { packageFaults } from '../../tools/checks/packages.ts'
import { secretFaults } from '../../tools/checks/secrets.ts'
import { shapeFaults } from '../../tools/checks/shape.ts'
import { sqlFaults } from '../../tools/checks/sql.ts'
import { planted } from './planted.ts'
import { brokenImports, deadCode, lintFaults, plantedTree, uproot } from './planted-tree.ts'
import type { Planted } from './violation.ts'

let root = ''
let said: Record<Planted['by'], string[]>

/** Everything is planted at once and each tool runs once: they take seconds, not the violations. */
beforeAll(async () => {
  root = await plantedTree(planted)
  const toLint = planted.filter(({ by }) => by === 'lint').map(firstFile)
  const [map, lint, dead] = await Promise.all([
    brokenImports(root),
    lintFaults(root, toLint),
    deadCode(root),
  ])
  said = {
    map,
    lint,
    'dead code': dead,
    tree: shapeFaults(root),
    sql: sqlFaults(root),
    drawing: mapIsDrawn(root),
    documents: documentFaults(root),
    glossary: glossaryFaults(root),
    packages: packageFaults(root),
    secrets: secretFaults(root),
  }
}, 120_000)

afterAll(() => uproot(root))

test.each(planted)('$title is caught', violation => {
  const { by, says, at: place = firstFile(violation) } = violation
  expect(said[by].filter(line => line.includes(place))).toContainEqual(
    expect.stringContaining(says),
  )
})

const firstFile = ({ files }: Planted): string => Object.keys(files)[0] ?? ''
