import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { inProgram } from '../../src/platform/config/program-root.ts'
import type { Planted } from './violation.ts'

/** A copy of the working tree with violations planted in it; the working tree itself stays as it is. */
export async function plantedTree(planted: readonly Planted[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'turnstone-planted-'))
  for (const name of copied) await cp(inProgram(name), join(root, name), { recursive: true })
  await symlink(inProgram('node_modules'), join(root, 'node_modules'))
  for (const [path, text] of planted.flatMap(({ files }) => Object.entries(files))) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof text === 'string' ? text : text(await readFile(file, 'utf8')))
  }
  return root
}

export const uproot = (root: string): Promise<void> => rm(root, { recursive: true, force: true })

const copied = [
  '.dependency-cruiser.js',
  'ARCHITECTURE.md',
  'bench',
  'bin',
  'docs',
  'eslint.config.js',
  'knip.json',
  'package-lock.json',
  'package.json',
  'reference',
  'src',
  'tests',
  'tools',
  'tsconfig.json',
  'vitest.config.ts',
]

/** One line for each import that breaks the map: `from rule to`. */
export async function brokenImports(root: string): Promise<string[]> {
  const json = await said(root, 'depcruise', [
    ...['--config', '.dependency-cruiser.js', '--preserve-symlinks', '--output-type', 'json'],
    ...['src', 'tools'],
  ])
  const { summary } = JSON.parse(json) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] }
  }
  return summary.violations.map(({ from, rule, to }) => `${from} ${rule.name} ${to}`)
}

/** One line for each thing that lint refuses in these files: `file rule message`. */
export async function lintFaults(root: string, files: readonly string[]): Promise<string[]> {
  const json = await said(root, 'eslint', ['--format', 'json', ...files])
  const results = JSON.parse(json) as {
    filePath: string
    messages: { ruleId: string | null; message: string }[]
  }[]
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${filePath} ${ruleId ?? 'unreadable'} ${message}`),
  )
}

/** One line for each thing that nobody uses: `file kind name`. */
export async function deadCode(root: string): Promise<string[]> {
  const json = await said(root, 'knip', ['--reporter', 'json', '--no-progress'])
  const { issues } = JSON.parse(json) as {
    issues: ({ file: string } & Record<string, { name: string }[]>)[]
  }
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map(({ name }) => `${file} ${kind} ${name}`) : [],
    ),
  )
}

/** What a tool says on standard output; that it finds something is no failure here. */
function said(root: string, tool: string, words: readonly string[]): Promise<string> {
  const path = [inProgram('node_modules', '.bin'), process.env['PATH']].join(delimiter)
  const options = { cwd: root, env: { ...process.env, PATH: path }, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    execFile(tool, words, options, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(`${tool} said nothing: ${stderr}`, { cause: error }))
      else resolve(stdout)
    })
  })
}
