import { z } from 'zod'
import { precisions, sexes } from '../../people/index.ts'
import { caseTypes, personRoles } from './case.ts'

const day = z.iso.date()

/** A case as lists tell it to programs: what is not listed here does not leave. */
const listedCaseJson = z.object({
  reference: z.string(),
  type: z.enum(caseTypes),
  summary: z.string(),
  sensitivity: z.enum(['ordinary', 'restricted', 'sealed']),
  team: z.string(),
  openedOn: day,
  closedOn: day.nullable(),
})

const onCase = z.array(
  z.object({
    id: z.uuid().describe('of the role on this case: /api/cases/{reference}/people/{id}'),
    personId: z.uuid(),
    role: z.enum(personRoles),
    given: z.string(),
    family: z.string(),
    birthOn: day.nullable().describe('the first day of the month or year where no more is known'),
    birthPrecision: z.enum(precisions),
    sex: z.enum(sexes),
    fromOn: day,
    untilOn: day.nullable(),
    source: z.string(),
  }),
)

/** A case with the people on it: children in a list of their own, with every role. */
export const caseJson = listedCaseJson.extend({
  agency: z.string(),
  owner: z.string().nullable(),
  version: z.int(),
  changeable: z.boolean(),
  people: z.object({ children: onCase, suspects: onCase, others: onCase }),
})

/** One page of the list of cases. */
export const casesJson = z.object({
  cases: z.array(listedCaseJson),
  next: z.string().nullable().describe('for `after`, to read on; null on the last page'),
})
