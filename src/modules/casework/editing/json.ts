import { z } from 'zod'
import { caseJson } from '../cases/json.ts'
import { isPlain, notPlain } from '../cases/plain-text.ts'
import {
  changesSomething,
  conflictJson,
  nothingToChange,
  versionRead,
} from '../programs/conflict.ts'
import { editCaseForm } from './form.ts'

const { type, summary, opened, closed } = editCaseForm.shape

/** What a program may change of a case: the fields of the form, each only where it changes. */
export const caseChange = z
  .strictObject({
    version: versionRead,
    type: type.optional(),
    summary: summary.optional(),
    opened: opened.optional().describe('a day like 2026-11-23'),
    closed: closed
      .nullable()
      .optional()
      .describe('a day like 2026-11-23; null while the case is open'),
  })
  .refine(isPlain, notPlain)
  .refine(changesSomething, nothingToChange)

export type CaseChange = z.infer<typeof caseChange>

/** A case without the people on it. */
export const caseAlone = caseJson.omit({ people: true })

/** The case as it is now, and what was sent. */
export const caseConflict = conflictJson({
  now: caseAlone,
  sent: z.object({
    version: z.int(),
    type: z.string().optional(),
    summary: z.string().optional(),
    opened: z.string().optional(),
    closed: z.string().nullable().optional(),
  }),
})
