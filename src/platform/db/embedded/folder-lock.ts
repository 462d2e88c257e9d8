import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { notWritable } from './data-dir.ts'

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
  const path = join(dataDir, 'start.lock')
  try {
    return held(path)
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null
    if (code === sqlite.busy) return null
    throw code === sqlite.readOnly || code === sqlite.cannotOpen ? notWritable(path) : error
  }
}

function held(path: string): FolderLock {
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    // Nothing is ever written, so the journal needs no file.
    file.exec('pragma journal_mode = memory; begin exclusive')
    holding.add(file)
    return {
      release: () => {
        holding.delete(file)
        file.close()
      },
    }
  } catch (error) {
    file.close()
    throw error
  }
}

/** A file that nobody holds any more would be closed by the garbage collector, and its lock be gone. */
const holding = new Set<DatabaseSync>()

const sqlite = { busy: 5, readOnly: 8, cannotOpen: 14 }
