import { open, rm } from 'node:fs/promises'

/** Something else that takes all that is left of a disk, until it goes. */
export interface Filler {
  free(): Promise<void>
}

/** Fills the disk of a folder to the last byte that root can have. */
export async function fill(folder: string): Promise<Filler> {
  const path = `${folder}/something-else`
  const file = await open(path, 'w')
  try {
    for (let size = 1 << 20; size >= 512; size /= 2) await writeUntilFull(file, size)
  } finally {
    await file.close()
  }
  return { free: () => rm(path, { force: true }) }
}

type File = Awaited<ReturnType<typeof open>>

async function writeUntilFull(file: File, size: number): Promise<void> {
  const block = Buffer.alloc(size, 1)
  try {
    for (let written = size; written === size;) written = (await file.write(block)).bytesWritten
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    if (!isFull) throw error
  }
}
