import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the repository: its path from the root with `/`, and its text. */
export interface TextFile {
  path: string
  text: string
}

/** A sentence for each thing that is wrong below `root`; none where all is well. */
export type Check = (root: string) => string[]

/** Paths of all files below `folder`, sorted; without what is installed, built or made by a run. */
export function pathsBelow(root: string, folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return madeByARun.has(entry.name) ? [] : pathsBelow(root, path)
      return entry.isFile() ? [path] : []
    })
    .sort()
}

/** The files below `folder` whose names end in one of `endings`. */
export const textsBelow = (root: string, folder: string, endings: RegExp): TextFile[] =>
  pathsBelow(root, folder)
    .filter(path => endings.test(path))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

export const source = /\.tsx?$/

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/testing\/|\/planted-[^/]+$/.test(path)

/** Written by a tool, so that neither its size nor its form is anybody's choice. */
export const isGenerated = (path: string): boolean => path === 'src/platform/db/tables.ts'

/** As many lines as an editor shows. */
export const linesOf = (text: string): number => text.trimEnd().split('\n').length

const madeByARun = new Set(['.git', '.turnstone', '.vitest', 'dist', 'node_modules', 'results'])
