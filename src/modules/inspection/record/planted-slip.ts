/** For tests: the files as they are shipped, and what is said when a slip is planted in one. */
import { readFileSync } from 'node:fs'
import { inProgram } from '../../../platform/config/program-root.ts'
import type { FileName } from './files.ts'
import { recordFiles } from './files.ts'
import { readRecord, type RecordTexts } from './record.ts'
import { refusalInWords } from './refusal.ts'

/** One text of one file put in the place of another, and what must be said then. */
export interface Slip {
  what: string
  file: FileName
  from: string | RegExp
  to: string
  says: string
}

export const shippedTexts = Object.fromEntries(
  Object.entries(recordFiles).map(([name, { path }]) => [
    name,
    readFileSync(inProgram('reference', path), 'utf8'),
  ]),
) as Record<FileName, string>

export const bytesOf = (texts: Partial<Record<FileName, string>>): RecordTexts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  )

/** Every refusal in words; none where the record is taken in spite of the slip. */
export function refusalsWhen({ file, from, to }: Pick<Slip, 'file' | 'from' | 'to'>): string[] {
  const text = shippedTexts[file].replace(from, to)
  if (text === shippedTexts[file]) throw new Error('The planted slip changes nothing.')
  const read = readRecord(bytesOf({ ...shippedTexts, [file]: text }))
  return read.is === 'refused' ? read.refusals.map(refusalInWords) : []
}
