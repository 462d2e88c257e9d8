import { constants } from 'node:fs'
import { access, chmod, mkdir, readdir, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from '../../log/refusal.ts'
import { runToEnd } from './processes.ts'
import type { SystemUser } from './processes.ts'

/** What an empty database needs, with room to work. */
const spaceForDatabase = 300 * 1024 * 1024

/**
 * Makes the folder if it is not there, and looks whether we may write in it and whether the user who
 * runs the database can pass through it and every folder above. A folder that is empty or already
 * ours is opened for passing (`mktemp -d` makes private ones); those above are somebody else's.
 */
export async function prepareDataDir(dataDir: string, user: SystemUser | null): Promise<void> {
  try {
    await makeFolder(dataDir)
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    if (user === null) return
    if (await isOurs(dataDir)) await chmod(dataDir, 0o711)
  } catch (error) {
    throw folderRefusal(dataDir, error)
  }
  const barred = await firstBarred(dataDir, user)
  if (barred !== null) throw barredRefusal(barred, user)
}

/** Node says ENOENT for a folder that it could not make with all above it; trying it alone tells why. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => mkdir(folder, { mode: 0o700 }))
}

async function isOurs(dataDir: string): Promise<boolean> {
  const names = await readdir(dataDir)
  return names.length === 0 || names.includes('start.lock')
}

const barredRefusal = (folder: string, user: SystemUser): Refusal =>
  new Refusal(
    'FOLDER_BARRED',
    `The database runs as the user ${user.name || user.uid}, because PostgreSQL refuses to run as root, and that user may not pass through ${folder}. Set DATA_DIR to a folder that it can reach (left unset it is /var/lib/turnstone), or allow passing with: chmod o+x ${folder}`,
  )

/** The sentence for a folder or file of DATA_DIR that could not be written; other errors as they are. */
export function folderRefusal(path: string, error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  const say = 'code' in error ? sentences.get(String(error.code)) : undefined
  return say === undefined ? error : say(path)
}

const fileInTheWay = (path: string): Refusal =>
  new Refusal(
    'FOLDER_IS_FILE',
    `${path} cannot be used as a folder, because a file is in its way. Set DATA_DIR to another folder.`,
  )

/** The sentence for something in DATA_DIR that this user may not write. */
export const notWritable = (path: string): Refusal =>
  new Refusal(
    'FOLDER_NOT_WRITABLE',
    `${path} cannot be written by this user. Give this user the right to write there, or set DATA_DIR to another folder.`,
  )

/** Refuses to make a database where it would soon fill the disk. */
export async function requireSpace(dataDir: string, wanted = spaceForDatabase): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < wanted) throw diskFull(dataDir)
}

/** The sentence for a full disk, wherever it is noticed. */
export const diskFull = (path: string): Refusal =>
  new Refusal(
    'DISK_FULL',
    `The disk that holds ${path} is full or nearly full. Make at least 300 MB free, or set DATA_DIR to a folder on another disk, and start again. Nothing that was saved is lost.`,
  )

async function firstBarred(dataDir: string, user: SystemUser): Promise<string | null> {
  const script = 'for folder; do [ -x "$folder" ] || { printf %s "$folder"; exit 1; }; done'
  const answer = await runToEnd('/bin/sh', ['-c', script, 'sh', ...chain(dataDir)], user)
  return answer.code === 0 ? null : answer.output
}

/** Every folder from the root down to this one. */
function chain(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...chain(parent), folder]
}

/** By the code that the system gives. */
const sentences: ReadonlyMap<string, (path: string) => Refusal> = new Map([
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['ENOTDIR', fileInTheWay],
  ['EEXIST', fileInTheWay],
  ['EACCES', notWritable],
  ['EPERM', notWritable],
  ['EROFS', notWritable],
])
