import type { Writer } from '../../../platform/db/door.ts'
import type { ReferenceLoader } from '../../../platform/db/reference-loader.ts'
import { Refusal } from '../../../platform/log/refusal.ts'
import type { Provenance } from './folder.ts'
import { readFolder } from './folder.ts'
import { loadedFiles, replaceLoadedFiles, replaceRecord } from './queries.ts'
import { readRecord } from './record.ts'
import type { FileRefusal } from './refusal.ts'
import { listedRefusals, refusalInWords } from './refusal.ts'

/**
 * Copies the published inspection record from `reference/` into the database, all of it or nothing.
 * Files that are already loaded, byte for byte and with the same provenance, are left alone: a
 * migration that changes these tables must empty `platform.reference_file` of their folders.
 */
export const recordLoader: ReferenceLoader = {
  name: 'published inspection record',
  load: loadRecord,
}

/** A record that was refused, with every reason; the data of before stay. */
export class RefusedRecord extends Refusal {
  readonly refusals: readonly FileRefusal[]

  constructor(refusals: readonly FileRefusal[]) {
    super('REFERENCE_REFUSED', sentenceOf(refusals))
    this.refusals = refusals
  }
}

/** @throws RefusedRecord when any file cannot be taken. */
async function loadRecord(
  owner: Writer,
  reference: string,
): Promise<{ loaded: number; unchanged: boolean }> {
  const { texts, provenance, refusals } = await readFolder(reference)
  if (refusals.length === 0 && sameFiles(await loadedFiles(owner), provenance)) {
    return { loaded: 0, unchanged: true }
  }
  const read = readRecord(texts)
  if (read.is === 'refused') throw new RefusedRecord([...refusals, ...read.refusals])
  if (refusals.length > 0) throw new RefusedRecord(refusals)
  const loaded = await replaceRecord(owner, read.record)
  await replaceLoadedFiles(owner, provenance)
  return { loaded, unchanged: false }
}

const sameFiles = (loaded: Provenance[], found: Provenance[]): boolean =>
  JSON.stringify(loaded.map(told).toSorted()) === JSON.stringify(found.map(told).toSorted())

const told = (file: Provenance): string =>
  [
    file.folder,
    file.path,
    file.version,
    file.digest,
    file.source,
    file.source_date,
    file.licence,
  ].join('\n')

function sentenceOf(refusals: readonly FileRefusal[]): string {
  const listed = refusals.slice(0, listedRefusals).map(refusalInWords)
  const more = refusals.length - listed.length
  return [
    'The published inspection record in reference/ cannot be taken; the data of before stay.',
    ...listed,
    ...(more > 0 ? [`and ${more} more.`] : []),
  ].join('\n  ')
}
