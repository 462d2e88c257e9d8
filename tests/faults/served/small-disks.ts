import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Disks that only those see who enter; gone after the test, and when this process ends. */
export interface SmallDisks {
  /** Words in front of a command that is to see them. */
  readonly enter: readonly string[]
  /** The path by which we see what lies on them. */
  seen(path: string): string
}

export interface SmallDisk {
  at: string
  megabytes: number
  /** Whose it is; root's unless told. */
  of?: { uid: number; gid: number } | null
}

/** Needs root and mounts (`needsMounts`); the folders must be there. */
export async function smallDisks(disks: readonly SmallDisk[]): Promise<SmallDisks> {
  const mounts = disks.map(({ at, megabytes, of = null }) => {
    const whose = of === null ? 'mode=711' : `uid=${of.uid},gid=${of.gid},mode=700`
    return `mount -t tmpfs -o size=${megabytes}m,${whose} none '${at}'`
  })
  // The shell keeps them; it ends when its input closes, which we hold.
  const script = `${mounts.join(' && ')} && echo made && exec cat`
  const keeper = spawn('unshare', ['-m', 'sh', '-c', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void keeper.kill())
  await Promise.race([
    once(keeper.stdout, 'data'),
    once(keeper, 'exit').then(() => Promise.reject(new Error('the disks could not be made'))),
  ])
  return {
    enter: ['nsenter', '-t', String(keeper.pid), '-m'],
    seen: path => `/proc/${keeper.pid}/root${path}`,
  }
}
