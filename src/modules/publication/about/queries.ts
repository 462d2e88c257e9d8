import type { Reader } from '../../../platform/db/door.ts'

/** A reference file that the figures rest on, as it was loaded. */
export interface LoadedFile {
  path: string
  version: string
  source: string
  sourceDate: string
  licence: string
  loadedAt: Temporal.Instant
}

export async function loadedFiles(tx: Reader): Promise<LoadedFile[]> {
  const rows = await tx
    .selectFrom('platform.reference_file')
    .select(['folder', 'path', 'version', 'source', 'source_date', 'licence', 'loaded_at'])
    .orderBy('folder')
    .orderBy('path')
    .execute()
  return rows.map(row => ({
    path: `${row.folder}/${row.path}`,
    version: row.version,
    source: row.source,
    sourceDate: row.source_date,
    licence: row.licence,
    loadedAt: Temporal.Instant.from(row.loaded_at),
  }))
}
