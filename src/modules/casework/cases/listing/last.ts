import { z } from 'zod'
import { caseTypes, type ListedCase } from '../case.ts'

/** The last case of a page, as far as any order needs it to go on. */
export type LastListed = Pick<ListedCase, 'openedOn' | 'reference' | 'type'>

/** As an address carries it: "2026-11-23_TS-0000-0000_missing child". */
export const writtenLast = ({ openedOn, reference, type }: LastListed): string =>
  [openedOn, reference, type].join('_')

/** Null for whatever was not written by `writtenLast`. */
export function readLast(text: string): LastListed | null {
  const [openedOn, reference, type, ...more] = text.split('_')
  const read = last.safeParse({ openedOn, reference, type })
  return read.success && more.length === 0 ? read.data : null
}

const last = z.object({
  openedOn: z.iso.date(),
  reference: z.string().regex(/^TS-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  type: z.enum(caseTypes),
})
