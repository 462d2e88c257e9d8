import { existsSync } from 'node:fs'
import { inProgram } from '../../src/platform/config/program-root.ts'
import type { Writer } from '../../src/platform/db/door.ts'
import type { ReferenceLoader } from '../../src/platform/db/reference-loader.ts'

/** Loads everything that the program's own start loads; nothing while there is no list of loaders. */
export async function loadAllReference(tx: Writer): Promise<void> {
  for (const loader of await loaders()) await loader.load(tx, inProgram('reference'))
}

async function loaders(): Promise<readonly ReferenceLoader[]> {
  const app = inProgram('src', 'app.ts')
  if (!existsSync(app)) return []
  const { referenceLoaders } = (await import(app)) as {
    referenceLoaders?: readonly ReferenceLoader[]
  }
  return referenceLoaders ?? []
}
