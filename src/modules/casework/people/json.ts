import { z } from 'zod'
import { identifierKinds, nameKinds, precisions, sexes } from '../../people/index.ts'
import { personRoles } from '../cases/case.ts'

const day = z.iso.date()
const source = z.string()
const stretch = { fromOn: day.nullable(), untilOn: day.nullable() }

/** The record of a person for programs: what is not listed here does not leave. */
export const personJson = z.object({
  id: z.uuid(),
  sex: z.enum(sexes),
  birthOn: day.nullable().describe('the first day of the month or year where no more is known'),
  birthPrecision: z.enum(precisions),
  birthSource: source.nullable(),
  names: z
    .array(
      z.object({
        kind: z.enum(nameKinds),
        given: z.string(),
        family: z.string(),
        ...stretch,
        source,
      }),
    )
    .describe('the one that is shown first before the others'),
  identifiers: z.array(z.object({ kind: z.enum(identifierKinds), value: z.string(), source })),
  addresses: z.array(
    z.object({ lines: z.string(), postcode: z.string().nullable(), ...stretch, source }),
  ),
  roles: z
    .array(
      z.object({
        reference: z.string(),
        role: z.enum(personRoles),
        fromOn: day,
        untilOn: day.nullable(),
      }),
    )
    .describe('on the cases that the holder of the token may see'),
})

const listed = z.array(
  z.object({
    id: z.uuid(),
    given: z.string(),
    family: z.string(),
    otherNames: z.array(z.string()),
    birthOn: day.nullable(),
    birthPrecision: z.enum(precisions),
    sex: z.enum(sexes),
  }),
)

/** People who were found, children in a list of their own. */
export const peopleJson = z.object({
  children: listed,
  suspects: listed,
  others: listed,
  more: z.boolean().describe('whether there are others: write more of the name'),
})
