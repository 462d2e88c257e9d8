import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, platform, type Uses } from './map.ts'
import type { Check } from './tree.ts'

/** The document with the map as it is drawn now between its two marks. */
export function withMap(root: string, document: string): string {
  const [before, rest] = parted(document, opening)
  const [, after] = parted(rest, closing)
  return `${before}${opening}\n\n${drawing(root)}\n${closing}${after}`
}

export const mapIsDrawn: Check = root => {
  const document = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  return document === withMap(root, document)
    ? []
    : ['ARCHITECTURE.md shows another map. Run: npm run map']
}

const opening = '<!-- The map, drawn from tools/checks/map.ts by npm run map -->'
const closing = '<!-- End of the map -->'

function parted(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark)
  if (at === -1) throw new Error(`ARCHITECTURE.md has no line "${mark}".`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}

/** What is not built yet stands in a dashed frame. */
function drawing(root: string): string {
  const planned = [...plannedOf(root, 'modules', modules), ...plannedOf(root, 'platform', platform)]
  return [
    '```mermaid',
    'flowchart LR',
    ...group('modules', modules),
    ...group('platform', platform),
    '  modules --> methods & platform',
    '  platform --> methods',
    ...(planned.length === 0
      ? []
      : ['  classDef planned stroke-dasharray: 4 4', `  class ${planned.join(',')} planned`]),
    '```',
    '',
  ].join('\n')
}

/** A line for each name with what it may use; a name that uses and is used by none stands alone. */
function group(storey: string, uses: Uses): string[] {
  const used = new Set(Object.values(uses).flat())
  const lines = Object.entries(uses).flatMap(([name, named]) => {
    if (named.length > 0) return [`    ${name} --> ${named.join(' & ')}`]
    return used.has(name) ? [] : [`    ${name}`]
  })
  return [`  subgraph ${storey}`, ...lines, '  end']
}

const plannedOf = (root: string, storey: string, uses: Uses): string[] =>
  Object.keys(uses).filter(name => !existsSync(join(root, 'src', storey, name)))
