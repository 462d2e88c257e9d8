import { readRun } from '../platform/db/embedded/run-file.ts'
import { Refusal } from '../platform/log/refusal.ts'

/** The sentence for a second start on one DATA_DIR: who has it, and where. */
export async function alreadyRunning(dataDir: string): Promise<Refusal> {
  const run = await readRun(dataDir)
  if (run === null || run.address === null) {
    const who = run === null ? '' : ` (process ${run.pid})`
    return new Refusal(
      'STARTING',
      `Another Turnstone${who} is just starting, or at work, on ${dataDir}. Wait until it is done, or set DATA_DIR to another folder.`,
    )
  }
  return new Refusal(
    'ALREADY_RUNNING',
    `Turnstone is already running on ${dataDir}: ${run.address} (process ${run.pid}). Use that one, stop it with "kill ${run.pid}", or set DATA_DIR and PORT to start a second one.`,
  )
}
