import { readCells } from './cells.ts'
import type { FileName } from './files.ts'
import type { PublishedRecord } from './published-record.ts'
import { readers } from './readers.ts'
import type { FileRefusal } from './refusal.ts'
import { readRows } from './rows.ts'
import { brokenRules } from './rules.ts'

export type ReadRecord =
  { is: 'record'; record: PublishedRecord } | { is: 'refused'; refusals: FileRefusal[] }

/** The bytes of each file; one that is absent was not found. */
export type RecordTexts = Partial<Record<FileName, Uint8Array>>

/**
 * Reads the published record from its files. One slip anywhere refuses the whole: a record that is
 * half of one edition and half of another would be told as fact. The rules between rows are asked only
 * of a record whose cells could all be read.
 */
export function readRecord(texts: RecordTexts): ReadRecord {
  const refusals: FileRefusal[] = []
  const read = <File extends FileName, Value extends object>(
    file: File,
    reader: (cell: ReturnType<typeof readCells<File>>) => Value,
  ): (Value & { position: number })[] =>
    readRows(file, texts[file], refusals).map(row => ({
      ...reader(readCells(file, row, refusals)),
      position: row.line,
    }))
  const record: PublishedRecord = {
    forces: read('forces', readers.forces),
    groups: read('groups', readers.groups),
    members: read('members', readers.members),
    scaleGrades: read('scaleGrades', readers.scaleGrades),
    mappings: read('mappings', readers.mappings),
    visits: read('visits', readers.visits),
    results: read('results', readers.results),
    areaGrades: read('areaGrades', readers.areaGrades),
    points: read('points', readers.points),
    conflicts: read('conflicts', readers.conflicts),
    timescales: read('timescales', readers.timescales),
  }
  const found = refusals.length > 0 ? refusals : brokenRules(record)
  return found.length > 0 ? { is: 'refused', refusals: found } : { is: 'record', record }
}
