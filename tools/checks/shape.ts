import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { emptyNames, modules, platform, sizes } from './map.ts'
import { isGenerated, isTest, linesOf, pathsBelow, source, textsBelow, type Check } from './tree.ts'

/** The form of the tree: names of folders and files, sizes, tests beside what they test. */
export const shapeFaults: Check = root => {
  const src = pathsBelow(root, 'src')
  return [
    ...src.flatMap(nameFaults),
    ...src.filter(isTestFile).flatMap(path => besideFaults(root, path)),
    ...strangers(src),
    ...missingFaces(root, src),
    ...sizeFaults(root),
  ]
}

function nameFaults(path: string): string[] {
  const folders = dirname(path).split('/')
  const empty = folders.find(folder => (emptyNames as readonly string[]).includes(folder))
  return [
    ...(empty === undefined
      ? []
      : [`${path} lies in a folder called "${empty}": name it for what people do there.`]),
    ...(/(^|\/)_?[a-z0-9]+(-[a-z0-9]+)*(\.(test|d))?\.[a-z]+$|README\.md$/.test(path)
      ? []
      : [`${path} is not named in kebab-case.`]),
    ...(/\/index\.tsx?$/.test(path) && !/^src\/modules\/[^/]+\/index\.ts$/.test(path)
      ? [`${path} is an index below a module's root: import the file that you mean.`]
      : []),
  ]
}

/** A test is called after a file beside it, or at least tests something of its own folder. */
function besideFaults(root: string, path: string): string[] {
  const noun = path.replace(/\.test\.tsx?$/, '')
  if ([`${noun}.ts`, `${noun}.tsx`].some(subject => existsSync(join(root, subject)))) return []
  if (/from '\.\//.test(readFileSync(join(root, path), 'utf8'))) return []
  return [`${path} tests nothing of its own folder: put it beside what it tests.`]
}

/** Folders that the map does not know. */
function strangers(src: readonly string[]): string[] {
  const known = { modules: Object.keys(modules), platform: Object.keys(platform) }
  return Object.entries(known).flatMap(([storey, names]) => {
    const present = new Set(src.map(path => new RegExp(`^src/${storey}/([^/]+)/`).exec(path)?.[1]))
    return [...present]
      .filter(name => name !== undefined && !names.includes(name))
      .map(name => `src/${storey}/${String(name)} is not on the map (tools/checks/map.ts).`)
  })
}

/** Each module has the three files that a reader looks for first. */
function missingFaces(root: string, src: readonly string[]): string[] {
  const built = new Set(src.map(path => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? ''))
  return [...built]
    .filter(name => name !== '')
    .flatMap(name =>
      ['README.md', 'index.ts', 'module.ts'].map(file => `src/modules/${name}/${file}`),
    )
    .filter(path => !existsSync(join(root, path)))
    .map(path => `${path} is missing.`)
}

function sizeFaults(root: string): string[] {
  const files = ['bench', 'bin', 'src', 'tests', 'tools']
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder => textsBelow(root, folder, /\.(tsx?|js|scss)$/))
    .filter(({ path }) => !isGenerated(path))
  const median = medianOf(root)
  return [
    ...files
      .map(({ path, text }) => ({ path, lines: linesOf(text), most: mostLines(path) }))
      .filter(({ lines, most }) => lines > most)
      .map(({ path, lines, most }) => `${path} has ${lines} lines; ${most} is the most.`),
    ...(median > sizes.median
      ? [`The median file of src has ${median} lines; ${sizes.median} is the most.`]
      : []),
  ]
}

const mostLines = (path: string): number =>
  /^src\/modules\/[^/]+\/index\.ts$/.test(path) ? sizes.longestFace : sizes.longest

function medianOf(root: string): number {
  const lines = textsBelow(root, 'src', source)
    .filter(({ path }) => !isTest(path) && !isGenerated(path))
    .map(({ text }) => linesOf(text))
    .sort((a, b) => a - b)
  return lines[Math.floor((lines.length - 1) / 2)] ?? 0
}

const isTestFile = (path: string): boolean => /\.test\.tsx?$/.test(path)
