/** Draws the map of tools/checks/map.ts into ARCHITECTURE.md. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withMap } from './checks/map-drawing.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'ARCHITECTURE.md')
await writeFile(file, withMap(root, await readFile(file, 'utf8')))
