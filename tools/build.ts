/**
 * Builds what `npm start` runs: `dist/main.js` from `src/main.ts`, and below `dist/assets/` the style
 * sheet, the script, the fonts and the mark, each named by a hash of its contents. `dist/stamp.json`
 * remembers what it was built from, so that a second start asks once and builds nothing.
 */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import type { BuildOptions, Message, Plugin } from 'esbuild'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** One step of a build and how long it took. */
export interface BuildStep {
  readonly step: string
  readonly milliseconds: number
}

/** A build that could not be made, with a sentence that says where to look. */
export class BuildFailed extends Error {}

const here = resolve(import.meta.dirname, '..')

/** True when `dist/` was built from something else than what is there now, or never. */
export function isStale(root = here): boolean {
  const { sources, stampFile } = treeAt(root)
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8')) as { inputs?: unknown }
    return stamp.inputs !== inputsDigest(sources, root)
  } catch {
    return true
  }
}

/**
 * Builds everything anew; resolves to the steps and their times.
 * @throws BuildFailed when a source does not build: where, and what is wrong.
 */
export async function build(
  report: (step: BuildStep) => void = () => undefined,
  root = here,
): Promise<BuildStep[]> {
  const steps: BuildStep[] = []
  const timed = async <T>(step: string, work: () => Promise<T> | T): Promise<T> => {
    const start = performance.now()
    const result = await work()
    const done = { step, milliseconds: Math.round(performance.now() - start) }
    steps.push(done)
    report(done)
    return result
  }
  const tree = treeAt(root)
  // Taken before the work: what changes meanwhile makes the result stale, never wrongly fresh.
  const inputs = inputsDigest(tree.sources, root)
  mkdirSync(tree.assets, { recursive: true })
  const written = [
    ...(await timed('style sheet and fonts', () => buildStyle(tree))),
    ...(await timed('script of the pages', () => buildScript(tree))),
    ...(await timed('mark', () => copyMark(tree))),
  ]
  writeManifest(tree, written)
  await timed('program', () => buildProgram(tree))
  writeWhole(tree.stampFile, JSON.stringify({ inputs }))
  return steps
}

/** Where things lie in a checkout. */
interface Tree {
  readonly root: string
  readonly sources: string
  readonly webAssets: string
  readonly dist: string
  readonly assets: string
  readonly stampFile: string
}

const treeAt = (root: string): Tree => ({
  root,
  sources: join(root, 'src'),
  webAssets: join(root, 'src/platform/web/assets'),
  dist: join(root, 'dist'),
  assets: join(root, 'dist/assets'),
  stampFile: join(root, 'dist/stamp.json'),
})

/** A logical name and the hashed file that stands for it. */
type Written = [name: string, file: string]

async function buildProgram({ root, sources, dist }: Tree): Promise<void> {
  await bundled(root, {
    entryPoints: [join(sources, 'main.ts')],
    outfile: join(dist, 'main.js'),
    platform: 'node',
    target: 'node26',
    sourcemap: 'linked',
    // @stdlib is hundreds of tiny CommonJS files, which load slowly one by one; bundled, they still call require.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    plugins: [packagesOutside],
  })
}

async function buildScript({ root, webAssets, assets }: Tree): Promise<Written[]> {
  const { outputFiles = [] } = await bundled(root, {
    entryPoints: [join(webAssets, 'browser/start.ts')],
    write: false,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  })
  return outputFiles.map(file => writeHashed(assets, 'turnstone.js', file.contents))
}

async function buildStyle({ root, webAssets, assets }: Tree): Promise<Written[]> {
  const { compile } = await import('sass')
  try {
    const { css } = compile(join(webAssets, 'styles/turnstone.scss'), {
      // MOJ Frontend names GOV.UK Frontend from the root of the project.
      loadPaths: [join(root, 'node_modules'), root],
      style: 'compressed',
      quietDeps: true,
    })
    const named = [...fontFiles(root), ...iconFiles(root, css)].map(([name, path]) =>
      writeHashed(assets, name, readFileSync(path)),
    )
    return [
      ...named,
      writeHashed(assets, 'turnstone.css', Buffer.from(withHashedNames(css, named))),
    ]
  } catch (error) {
    throw new BuildFailed(`The style sheet does not compile: ${messageOf(error)}`)
  }
}

/** The mark in its forms, which stand beside the manifest's own source. */
function copyMark({ webAssets, assets }: Tree): Written[] {
  return readdirSync(webAssets, { withFileTypes: true })
    .filter(entry => entry.isFile() && ['.svg', '.png'].includes(extname(entry.name)))
    .map(entry => writeHashed(assets, entry.name, readFileSync(join(webAssets, entry.name))))
}

type Found = [name: string, path: string]

/** Latin for English, extended Latin for the w and y circumflex of Welsh names. */
const fontFiles = (root: string): Found[] =>
  ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map(cut => {
    const name = `atkinson-hyperlegible-next-${cut}-normal.woff2`
    return [name, join(root, 'node_modules/@fontsource/atkinson-hyperlegible-next/files', name)]
  })

/** MOJ Frontend's icons, those that its parts in our style sheet name. */
function iconFiles(root: string, css: string): Found[] {
  const folder = join(root, 'node_modules/@ministryofjustice/frontend/moj/assets/images')
  const named = [...css.matchAll(/url\("?(icon-[\w-]+\.svg)"?\)/g)].map(([, name = '']) => name)
  return [...new Set(named)].map(name => [name, join(folder, name)])
}

const withHashedNames = (css: string, files: readonly Written[]) =>
  files.reduce((text, [name, file]) => text.replaceAll(name, file), css)

async function bundled(root: string, options: BuildOptions) {
  const { build: bundle, formatMessages } = await import('esbuild')
  try {
    return await bundle({
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      absWorkingDir: root,
      logLevel: 'silent',
      ...options,
    })
  } catch (error) {
    const errors = (error as { errors?: Message[] }).errors
    if (!errors) throw error
    const lines = await formatMessages(errors, { kind: 'error' })
    throw new BuildFailed(`The program does not build:\n${lines.join('')}`)
  }
}

/** Packages are loaded from `node_modules` at run time, except @stdlib and what it needs itself. */
const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (
        kind === 'entry-point' ||
        path.startsWith('@stdlib/') ||
        importer.includes('node_modules')
      )
        return
      return { path, external: true }
    })
  },
}

function writeHashed(assets: string, name: string, contents: Uint8Array): Written {
  const extension = extname(name)
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10)
  const file = `${basename(name, extension)}-${hash}${extension}`
  writeWhole(join(assets, file), contents)
  if (compressible.has(extension)) writeCompressed(join(assets, file), contents)
  return [name, file]
}

/** Text is kept compressed beside itself, so that a server sends it small without working for it. */
function writeCompressed(path: string, contents: Uint8Array): void {
  writeWhole(`${path}.gz`, gzipSync(contents, { level: 9 }))
  writeWhole(`${path}.br`, brotliCompressSync(contents, { params: brotliLevel }))
}

const compressible = new Set(['.css', '.js'])
const brotliLevel = { [constants.BROTLI_PARAM_QUALITY]: 9 }

/** Written aside and renamed, so that a server that starts meanwhile never reads half a file. */
function writeWhole(path: string, contents: string | Uint8Array): void {
  const aside = `${path}.${process.pid}.new`
  writeFileSync(aside, contents)
  renameSync(aside, path)
}

/** Names each file, then takes away what an earlier build left; what another build is writing stays. */
function writeManifest({ assets }: Tree, written: readonly Written[]): void {
  writeWhole(join(assets, 'manifest.json'), JSON.stringify(Object.fromEntries(written), null, 2))
  const kept = written.flatMap(([, file]) => [file, `${file}.gz`, `${file}.br`])
  for (const file of readdirSync(assets)) {
    if ([...kept, 'manifest.json'].includes(file) || file.endsWith('.new')) continue
    rmSync(join(assets, file), { recursive: true, force: true })
  }
}

/** Name, size and time of every source: read in a few milliseconds, unlike the contents. */
function inputsDigest(sources: string, root: string): string {
  const digest = createHash('sha256')
  for (const file of inputFiles(sources, root)) {
    const { size, mtimeMs } = statSync(file)
    digest.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return digest.digest('hex')
}

function inputFiles(sources: string, root: string): string[] {
  const inSources = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  return [...inSources, join(root, 'package-lock.json'), import.meta.filename]
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

if (import.meta.main) {
  try {
    await build(({ step, milliseconds }) => process.stdout.write(`${step}: ${milliseconds} ms\n`))
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
