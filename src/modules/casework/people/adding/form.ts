import { z } from 'zod'
import {
  birthField,
  dayField,
  hasName,
  nameFields,
  nameMissing,
  optionalLineField,
  sexes,
  sourceField,
} from '../../../people/index.ts'
import { personRoles } from '../../cases/case.ts'

/** Chosen where somebody is none of those on record. */
export const somebodyElse = 'somebody else'

/** What is asked of somebody who is put on a case. Sources of their own are for what another source told. */
export const addPersonForm = z
  .object({
    ...nameFields,
    born: birthField,
    sex: z.enum(sexes, 'Choose the sex from the list'),
    role: z.enum(personRoles, 'Choose the role on this case'),
    since: dayField('Enter the day like 23 11 2026'),
    source: sourceField,
    nameSource: optionalLineField(200),
    bornSource: optionalLineField(200),
    same: z.string('Choose one of them').default(''),
  })
  .refine(hasName, nameMissing)

export type AddPersonForm = z.infer<typeof addPersonForm>
