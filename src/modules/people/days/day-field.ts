import { z } from 'zod'
import { readDay } from './read-day.ts'

/** A field for a day, written as people write it; its value is ISO text. */
export const dayField = (sentence: string) =>
  z.string(sentence).transform((text, told) => {
    const day = readDay(text)
    if (day !== null) return day
    told.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })

/** The same for a day that may be left out: its value is then null. */
export const optionalDayField = (sentence: string) =>
  z.union([z.literal('').transform(() => null), dayField(sentence)], sentence)
