import { referenceLoaders } from '../app.ts'
import { inProgram } from '../platform/config/program-root.ts'
import type { Connection } from '../platform/config/connection.ts'
import { openMaintenance, type Maintenance } from '../platform/db/maintenance.ts'
import { programKeyOf } from '../platform/sessions/key-file.ts'
import { registerProgram } from '../platform/sessions/queries.ts'
import type { Progress, Steps } from './steps.ts'

/**
 * Applies the migrations that are missing, loads the reference files that changed, and makes the program
 * of this DATA_DIR known to the database.
 */
export async function bringUpToDate(
  owner: Connection,
  dataDir: string,
  steps: Steps,
): Promise<void> {
  const maintenance = openMaintenance(owner)
  try {
    await steps(
      {
        doing: 'Bringing the database up to date',
        done: (applied: string[]) =>
          applied.length === 0
            ? 'Database found up to date'
            : `Database brought up to date (${applied.join(', ')})`,
      },
      () => maintenance.migrate(),
    )
    await steps(
      { doing: 'Loading the reference data', done: (loaded: Loaded) => saidOf(loaded) },
      progress => load(maintenance, progress),
    )
    const key = await programKeyOf(dataDir)
    await maintenance.loading(tx => registerProgram(tx, key))
  } finally {
    await maintenance.close()
  }
}

interface Loaded {
  rows: number
}

const saidOf = ({ rows }: Loaded): string =>
  rows === 0
    ? 'Reference data found unchanged'
    : `Reference data loaded (${rows.toLocaleString('en-GB')} rows)`

/** All folders in one transaction: a file that is refused leaves everything as it was. */
async function load(maintenance: Maintenance, progress: Progress): Promise<Loaded> {
  return maintenance.loading(async tx => {
    let rows = 0
    for (const [index, loader] of referenceLoaders.entries()) {
      const { loaded } = await loader.load(tx, inProgram('reference'))
      rows += loaded
      progress((index + 1) / referenceLoaders.length)
    }
    return { rows }
  })
}
