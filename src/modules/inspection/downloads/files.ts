import { z } from 'zod'
import type { Reader } from '../../../platform/db/door.ts'
import type { Row } from './row.ts'
import { areaRows, nationalRows, pointRows, resultRows } from './rows.ts'

/**
 * The record as files, one row a line: the same rows as CSV for a spreadsheet and as JSON for a
 * program. The schema of a row is the list of what leaves; its keys are the columns, in this order.
 */
export interface RecordFile {
  name: 'results' | 'areas' | 'points' | 'national'
  title: string
  row: z.ZodObject
  rows: (tx: Reader) => Promise<Row[]>
}

const text = z.string()
const count = z.int().min(0).nullable().describe('null means "not found", never zero')
const period = z
  .string()
  .nullable()
  .describe('as the source gives it: a day, a month, a year or a span')
const share = z.number().min(0).max(1)

export const recordFiles: readonly RecordFile[] = [
  {
    name: 'results',
    title: 'Visits and what was published of each',
    rows: resultRows,
    row: z.object({
      subject: text.describe('slug of the force, or of a declared group of forces'),
      name: text,
      kind: text,
      fieldwork: period,
      published: period,
      sample: text.describe('only samples that start with "all" are whole samples'),
      assessor: text,
      scale: text.nullable(),
      cases: count,
      good: count,
      adequate: count,
      requires_improvement: count,
      inadequate: count,
      not_good: count.describe('the lower grades together, as published'),
      outcomes: count.describe('cases to which happened what the note tells; not grades'),
      good_percent: count.describe('a whole percentage published without a count'),
      certainty: text.describe('only "published" and "derived" may enter a sum'),
      note: text,
      source_url: text,
    }),
  },
  {
    name: 'areas',
    title: 'Areas of work graded as a whole, from 2024',
    rows: areaRows,
    row: z.object({
      subject: text,
      name: text,
      kind: text,
      published: period,
      area: text.nullable().describe('null where the source does not name the area'),
      grade: text,
    }),
  },
  {
    name: 'points',
    title: 'What inspectors asked or criticised, in our words',
    rows: pointRows,
    row: z.object({
      subject: text,
      name: text,
      published: period,
      event: text,
      summary: text,
      basis: text,
      area: text,
      timescale: text,
      due_on: text
        .nullable()
        .describe('ISO day; null unless the timescale and the day of publication are known'),
      status: text,
      source_url: text,
    }),
  },
  {
    name: 'national',
    title: 'National figures by kind of visit and year of publication',
    rows: nationalRows,
    row: z.object({
      kind: text,
      year: z.int().nullable().describe('null for all years together'),
      visits: z.int(),
      cases: z.int(),
      grade: text,
      count: z.int(),
      share: share.nullable(),
      low: share.nullable().describe('lower limit of the 95% interval (Wilson)'),
      high: share.nullable(),
    }),
  },
]
