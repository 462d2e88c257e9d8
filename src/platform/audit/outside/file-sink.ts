import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { brokenOff, isClosed, notesOf, noteText } from './notes-text.ts'
import type { CheckpointSink } from './sink.ts'

/** Several times as long as a note, so that the last one is whole in it. */
const tail = 8192

/**
 * A file that is only added to, so that the system may be told to allow nothing else (`chattr +a`).
 * `makeFolder` is for a folder of our own: one that somebody mounts must not be made in its absence.
 */
export function fileSink(path: string, { makeFolder }: { makeFolder: boolean }): CheckpointSink {
  return {
    append: async note => {
      if (makeFolder) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, 'a+', 0o600)
      try {
        const close = isClosed(await endOf(file)) ? '' : brokenOff
        await file.appendFile(`${close}${noteText(note)}`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    read: async () => notesOf(await textOf(path)),
    last: async () => {
      const file = await open(path, 'r').catch(absentIsNull)
      if (file === null) return null
      try {
        return notesOf(wholeLines(await endOf(file))).at(-1) ?? null
      } finally {
        await file.close()
      }
    },
  }
}

const textOf = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8').catch(absentIsNull)) ?? ''

async function endOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat()
  const length = Math.min(size, tail)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
  return buffer.subarray(0, bytesRead).toString('utf8')
}

/** What follows the first blank line: before it may be the rest of a note whose start is cut away. */
const wholeLines = (end: string): string =>
  Buffer.byteLength(end) < tail ? end : end.slice(end.indexOf('\n\n') + 2)

function absentIsNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
