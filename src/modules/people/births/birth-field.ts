import { z } from 'zod'
import { readBirth } from './read-birth.ts'

const sentence = 'Enter the birth like 3 3 2009, March 2009, 2009 or about 2009, or leave it empty'

/** A field for a birth, as exactly as it is known; its value says how exactly. */
export const birthField = z.string(sentence).transform((text, told) => {
  const birth = readBirth(text)
  if (birth === null) {
    told.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  }
  if (birth.precision !== 'unknown' && birth.on < '1900') {
    told.addIssue({ code: 'custom', message: 'Enter a year from 1900 on' })
    return z.NEVER
  }
  return birth
})
