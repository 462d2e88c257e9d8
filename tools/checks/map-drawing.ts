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
  return [
    '```mermaid',
    'flowchart LR',
    ...group(root, 'modules', modules),
    ...group(root, 'platform', platform),
    '  modules --> methods',
    '  modules --> platform',
    '  platform --> methods',
    '  classDef planned stroke-dasharray: 4 4',
    '```',
    '',
  ].join('\n')
}

function group(root: string, storey: string, uses: Uses): string[] {
  const built = (name: string) => existsSync(join(root, 'src', storey, name))
  return [
    `  subgraph ${storey}`,
    ...Object.keys(uses).map(name => `    ${name}${built(name) ? '' : ':::planned'}`),
    ...Object.entries(uses).flatMap(([name, used]) => used.map(one => `    ${name} --> ${one}`)),
    '  end',
  ]
}
