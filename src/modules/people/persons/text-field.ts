import { z } from 'zod'

/** One line of text without spaces around it; `sentence` where there is none. */
export const lineField = (sentence: string, most: number) =>
  optionalLineField(most).min(1, sentence)

/** The same where nothing need be written. Line breaks and tabs become spaces. */
export const optionalLineField = (most: number) =>
  z
    .string('Enter it once')
    .overwrite(text => text.replace(/\s+/g, ' ').trim())
    .max(most, `Enter ${most} characters or fewer`)

/** Where something is known from; each thing on record says so. */
export const sourceField = lineField('Enter where this is known from', 200)
