import { z } from 'zod'
import { readRecord } from './record.ts'
import { allowedChoices } from './words.ts'

const classes = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const

const day = (which: string) =>
  z
    .string(which)
    .trim()
    .refine(text => text === '' || isDay(text), which)
    .default('')

/** What may be asked of the log; every field may be left out, and what was asked lives in the address. */
export const logForm = z.object({
  who: z.string('Enter one name').trim().max(100, 'Enter 100 characters or fewer').default(''),
  record: z
    .string('Enter one reference or id')
    .trim()
    .max(40, 'Enter 40 characters or fewer')
    .refine(
      text => readRecord(text).is !== 'unreadable',
      'Enter a reference like TS-7K3M-9QXC, or the code of a record',
    )
    .default(''),
  class: z.enum(['', ...classes], 'Choose a class from the list').default(''),
  verb: z.string('Choose one thing that was done').max(60).default(''),
  outcome: z.enum(['', 'done', 'refused'], 'Choose done or refused').default(''),
  allowed: z
    .enum(['', 'outside', ...allowedChoices.map(({ value }) => value)], 'Choose from the list')
    .default(''),
  from: day('Enter the first day like 23/11/2026'),
  to: day('Enter the last day like 23/11/2026'),
  after: z
    .string()
    .regex(/^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[0-9a-f-]{36})?$/, 'Start again from the first page')
    .default(''),
})

export type LogForm = z.infer<typeof logForm>

/** Browsers send a day as 2026-11-23; people without their calendar write 23/11/2026. */
export function readDay(text: string): Temporal.PlainDate | null {
  const written = /^(\d{1,2})[/ .-](\d{1,2})[/ .-](\d{4})$/.exec(text)
  const iso =
    written === null
      ? text
      : [written[3], written[2]?.padStart(2, '0'), written[1]?.padStart(2, '0')].join('-')
  try {
    return /^\d{4}-\d\d-\d\d$/.test(iso)
      ? Temporal.PlainDate.from(iso, { overflow: 'reject' })
      : null
  } catch {
    return null
  }
}

const isDay = (text: string): boolean => readDay(text) !== null

export const classChoices = classes
