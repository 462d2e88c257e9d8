import { z } from 'zod'
import { purposeCodes } from './purpose.ts'

/** Why somebody needs a record; words are asked for only where no purpose of the list fits. */
export const purposeForm = z
  .object({
    purpose: z.enum(purposeCodes, 'Choose what you need it for'),
    words: z
      .string('Say in 10 characters or more what you need it for')
      .trim()
      .max(200, 'Enter 200 characters or fewer')
      .default(''),
  })
  .refine(({ purpose, words }) => purpose !== 'other' || words.length >= 10, {
    path: ['words'],
    message: 'Say in 10 characters or more what you need it for',
  })
