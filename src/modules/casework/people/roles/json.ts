import { z } from 'zod'
import { isPlain, notPlain } from '../../cases/plain-text.ts'
import { personRoles } from '../../cases/case.ts'
import {
  changesSomething,
  conflictJson,
  nothingToChange,
  versionRead,
} from '../../programs/conflict.ts'
import { roleForm } from './form.ts'

const day = z.iso.date()

/** Somebody's role on a case. */
export const roleJson = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  role: z.enum(personRoles),
  fromOn: day,
  untilOn: day.nullable(),
  source: z.string(),
  version: z.int(),
})

const { until, source } = roleForm.shape

/** What a program may change of a role: the fields of the form, each only where it changes. */
export const roleChange = z
  .strictObject({
    version: versionRead,
    until: until.nullable().optional().describe('null or empty while the role goes on'),
    source: source.optional(),
  })
  .refine(isPlain, notPlain)
  .refine(changesSomething, nothingToChange)

export type RoleChange = z.infer<typeof roleChange>

/** The role as it is now, and what was sent. */
export const roleConflict = conflictJson({
  now: roleJson,
  sent: z.object({
    version: z.int(),
    until: day.nullable().optional(),
    source: z.string().optional(),
  }),
})
