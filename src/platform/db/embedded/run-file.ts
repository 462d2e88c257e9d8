import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { folderRefusal } from './data-dir.ts'

/** What a running program says about itself to other commands. */
export interface Run {
  pid: number
  /** Address of the pages; null while they are not served yet. */
  address: string | null
  port: number | null
  /** Port and process of the embedded database; null on a served one. */
  database: { port: number; pid: number } | null
}

const form = z.object({
  pid: z.number(),
  address: z.string().nullable(),
  port: z.number().nullable(),
  database: z.object({ port: z.number(), pid: z.number() }).nullable(),
})

/** Call only while holding the folder's lock. */
export async function writeRun(dataDir: string, run: Run): Promise<void> {
  const unfinished = `${runFile(dataDir)}.new`
  try {
    await writeFile(unfinished, `${JSON.stringify(run)}\n`)
    await rename(unfinished, runFile(dataDir))
  } catch (error) {
    throw folderRefusal(dataDir, error)
  }
}

/** What the running program wrote; true only while another process holds the folder's lock. */
export async function readRun(dataDir: string): Promise<Run | null> {
  try {
    return form.parse(JSON.parse(await readFile(runFile(dataDir), 'utf8')))
  } catch {
    return null
  }
}

export const removeRun = (dataDir: string): Promise<void> => rm(runFile(dataDir), { force: true })

const runFile = (dataDir: string): string => join(dataDir, 'run.json')
