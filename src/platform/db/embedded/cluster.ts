import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Broken } from '../../log/broken.ts'
import { Refusal } from '../../log/refusal.ts'
import type { Binaries } from './binaries.ts'
import { diskFull } from './data-dir.ts'
import { runToEnd } from './processes.ts'
import type { SystemUser } from './processes.ts'

/** Whether a database was made in this folder, by a PostgreSQL that can be read with this one. */
export async function clusterExists(dataFolder: string, binaries: Binaries): Promise<boolean> {
  const made = await majorOf(join(dataFolder, 'PG_VERSION'))
  if (made === null) return false
  const program = await runToEnd(binaries.postgres, ['--version'], null)
  const major = /\b(\d+)(\.|beta|rc|\s)/.exec(program.output)?.[1] ?? ''
  if (made !== major) throw otherMajor(dataFolder, made, major)
  return true
}

/**
 * Makes an empty database cluster. It is made beside and renamed at the end, so that a first start
 * that was interrupted leaves nothing that looks finished.
 */
export async function makeCluster(
  dataFolder: string,
  binaries: Binaries,
  user: SystemUser | null,
  options: { password: string; sync: boolean },
): Promise<void> {
  await removeUnfinished(dataFolder)
  const unfinished = await mkdtemp(`${dataFolder}${unfinishedMark}`)
  const passwordFile = join(unfinished, 'password')
  await writeFile(passwordFile, options.password, { mode: 0o600 })
  if (user !== null) {
    await chown(unfinished, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  const madeIn = join(unfinished, 'db')
  const made = await runToEnd(binaries.initdb, initdbArguments(madeIn, passwordFile, options), user)
  if (made.code !== 0) {
    await removeUnfinished(dataFolder)
    throw initdbFailed(dataFolder, made.output)
  }
  await rename(madeIn, dataFolder)
  await removeUnfinished(dataFolder)
}

const unfinishedMark = '-unfinished-'

/**
 * A start that was killed may have left an initdb that is still at work; its folder has a name of its
 * own, so that it cannot disturb the next, and goes now or at a later start.
 */
async function removeUnfinished(dataFolder: string): Promise<void> {
  const prefix = `${basename(dataFolder)}${unfinishedMark}`
  for (const name of await readdir(dirname(dataFolder))) {
    if (!name.startsWith(prefix)) continue
    const folder = join(dirname(dataFolder), name)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

/** A password that nobody has to type. */
export const newPassword = (): string => randomBytes(24).toString('base64url')

const initdbArguments = (folder: string, passwordFile: string, options: { sync: boolean }) => [
  `--pgdata=${folder}`,
  `--pwfile=${passwordFile}`,
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Code point order and Unicode letters on every machine, whatever locales it has.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  ...(options.sync ? [] : ['--no-sync']),
]

async function majorOf(file: string): Promise<string | null> {
  return (await readFile(file, 'utf8').catch(() => null))?.trim() ?? null
}

const otherMajor = (folder: string, made: string, program: string): Refusal =>
  new Refusal(
    'DATABASE_OTHER_MAJOR',
    `The database in ${folder} was made by PostgreSQL ${made}, and this version of Turnstone brings PostgreSQL ${program}. Move the data over with pg_dump and pg_restore as docs/operations.md shows, or set DATA_DIR to another folder. Nothing was changed.`,
  )

function initdbFailed(folder: string, output: string): Error {
  if (/No space left on device/i.test(output)) return diskFull(folder)
  if (/user does not exist/i.test(output)) return namelessUser()
  return new Broken('DATABASE_NOT_MADE', {}, new Error(output))
}

/** As in a container that runs under a number which its /etc/passwd does not know. */
const namelessUser = (): Refusal =>
  new Refusal(
    'USER_WITHOUT_NAME',
    'This user has a number but no name on this machine, and PostgreSQL needs a name to make a database. Add a line for the number to /etc/passwd, or start Turnstone as a user that has a name. Nothing was changed.',
  )
