import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { textsBelow, type Check, type TextFile } from './tree.ts'

/** What documents say about the code is so: quoted code, paths, links and commands. */
export const documentFaults: Check = root => {
  const scripts = scriptsOf(root)
  return textsBelow(root, '', /\.md$/).flatMap(file => [
    ...quoteFaults(root, file),
    ...pathFaults(root, file),
    ...linkFaults(root, file),
    ...commandFaults(file, scripts),
  ])
}

/**
 * A fenced block that begins with ```ts file=PATH must stand in that file line for line, at any
 * indentation. A line of `// …` leaves lines out.
 */
function quoteFaults(root: string, { path, text }: TextFile): string[] {
  const blocks = [...text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap(([, file = '', code = '']) => {
    if (!existsSync(join(root, file))) return [`${path} quotes ${file}, which does not exist.`]
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    const pieces = code.trimEnd().split(/^\s*(?:\/\/|--) …$\n?/m)
    return stands(pieces, lines) ? [] : [`${path} quotes ${file}, which reads differently now.`]
  })
}

/** Every piece occurs in the file, one after the other. */
function stands(pieces: readonly string[], file: readonly string[]): boolean {
  let from = 0
  for (const piece of pieces) {
    const wanted = piece.trimEnd().split('\n').map(bare)
    const at = file.findIndex(
      (_, start) =>
        start >= from && wanted.every((line, n) => line === bare(file[start + n] ?? '')),
    )
    if (at === -1) return false
    from = at + wanted.length
  }
  return true
}

const bare = (line: string): string => line.trim()

/** Paths in `backticks` exist, from the root or beside the document. Patterns are left to the reader. */
function pathFaults(root: string, { path, text }: TextFile): string[] {
  return [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, quoted = '']) => quoted.replace(/[:#].*$/, ''))
    .filter(quoted => isOurs(quoted, path) && !/[*<>{}…\s]|NNNN/.test(quoted))
    .filter(quoted => ![quoted, join(dirname(path), quoted)].some(at => existsSync(join(root, at))))
    .map(quoted => `${path} names ${quoted}, which does not exist.`)
}

/** A README in the source names files of its own folder, such as `grading/share.ts`. */
const isOurs = (quoted: string, document: string): boolean =>
  /^(\.ci|bench|bin|docs|migrations|reference|src|tests|tools)\//.test(quoted) ||
  (document.startsWith('src/') && /^[\w-]+\/[\w./-]+\.\w+$/.test(quoted))

function linkFaults(root: string, { path, text }: TextFile): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter(target => target !== '' && !/^[a-z]+:/.test(target))
    .filter(target => !existsSync(join(root, normalize(join(dirname(path), target)))))
    .map(target => `${path} links to ${target}, which does not exist.`)
}

function commandFaults({ path, text }: TextFile, scripts: readonly string[]): string[] {
  const named = [
    ...[...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/npm (test|start)\b/g)].map(([, name = '']) => name),
  ]
  return named
    .filter(name => !scripts.includes(name))
    .map(name => `${path} names "npm run ${name}", which package.json does not have.`)
}

const withoutBlocks = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '')

function scriptsOf(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>
  }
  return Object.keys(manifest.scripts ?? {})
}
