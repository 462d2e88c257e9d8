import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { serverBinaries, type Binaries } from '../../../src/platform/db/embedded/binaries.ts'
import type { SystemUser } from '../../../src/platform/db/embedded/processes.ts'
import { databaseUser } from '../../../src/platform/db/embedded/system-user.ts'
import { smallDisks } from './small-disks.ts'

/** Where a PostgreSQL of a test is: gone after the test. */
export interface Place {
  /** With a folder `data` and a folder `wal`, which belong to whoever runs it. */
  folder: string
  /** The same as we see it, where its disks are its own. */
  seen: string
  binaries: Binaries
  launch(words: readonly string[], log: number | 'ignore'): ChildProcess
}

export async function aPlace(): Promise<Place> {
  const { folder, user, binaries } = await made()
  return {
    folder,
    seen: folder,
    binaries,
    launch: ([file = '', ...args], log) =>
      spawn(file, args, { ...surroundings(log), ...(user && { uid: user.uid, gid: user.gid }) }),
  }
}

/** A place whose folders lie on small disks (small-disks.ts), in megabytes. */
export async function aPlaceOnSmallDisks(
  sizes: Readonly<Partial<Record<'data' | 'wal', number>>>,
): Promise<Place> {
  const { folder, user, binaries } = await made()
  const disks = await smallDisks(
    Object.entries(sizes).map(([name, megabytes]) => ({
      at: join(folder, name),
      megabytes,
      of: user,
    })),
  )
  const [file = '', ...enter] = disks.enter
  const as = user === null ? [] : ['-S', String(user.uid), '-G', String(user.gid)]
  return {
    folder,
    seen: disks.seen(folder),
    binaries,
    launch: (words, log) => spawn(file, [...enter, ...as, ...words], surroundings(log)),
  }
}

async function made(): Promise<{ folder: string; user: SystemUser | null; binaries: Binaries }> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-served-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  await chmod(folder, 0o711)
  const user = await databaseUser(join(folder, 'none'))
  for (const name of ['data', 'wal']) {
    await mkdir(join(folder, name), { mode: 0o700 })
    if (user !== null) await chown(join(folder, name), user.uid, user.gid)
  }
  return { folder, user, binaries: await serverBinaries(user, join(folder, 'server')) }
}

const surroundings = (log: number | 'ignore') => ({
  cwd: '/',
  env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  stdio: ['ignore', log, log] as ['ignore', number | 'ignore', number | 'ignore'],
})
