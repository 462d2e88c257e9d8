/** A copy of the program to measure, so that a build, a database or an edit beside it changes nothing. */
import { cp, symlink } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Inside } from './bench.ts'

const root = resolve(import.meta.dirname, '..')

/** What belongs to the checkout and not to the program. */
const leftBehind = new Set(['node_modules', 'dist', 'tests', '.git', '.turnstone'])

/** Copies the program as `npm ci` leaves it: packages installed, nothing built. */
export async function copyProgram(to: string): Promise<void> {
  await cp(root, to, {
    recursive: true,
    filter: path => path === root || !leftBehind.has(basename(path)),
  })
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'))
}

/** Node runs no JSX by itself, so what is measured here is bundled in the way of tools/build.ts. */
export async function bundledInside(program: string): Promise<Inside> {
  const { build } = await import('esbuild')
  const outfile = join(program, 'bench', 'inside.js')
  await build({
    entryPoints: [join(program, 'bench', 'inside.tsx')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    absWorkingDir: program,
    logLevel: 'error',
    external: ['preact', 'preact-render-to-string', 'pg', 'kysely', 'zod', 'd3-scale', 'd3-shape'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  return (await import(pathToFileURL(outfile).href)) as Inside
}
