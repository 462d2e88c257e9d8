import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held by the one process that may start a database in a folder. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the folder's lock, or answers null when another process holds it. The operating system gives
 * the lock back when its holder ends, however it ends, which a file with a process id in it cannot
 * promise (ids are used again). Node has no call for such a lock, but SQLite takes one.
 */
export function lockFolder(dataDir: string): FolderLock | null {
  const file = new DatabaseSync(join(dataDir, 'start.lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null
    throw error
  }
}

/** SQLITE_BUSY */
const busy = 5
