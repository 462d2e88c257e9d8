import { z } from 'zod'
import { hasName, nameMissing } from '../../../people/index.ts'
import { isPlain, notPlain } from '../../cases/plain-text.ts'
import { conflictJson } from '../../programs/conflict.ts'
import { peopleJson } from '../json.ts'
import { addPersonForm } from './form.ts'

const { role, since, source, given, family, kind, born, sex, nameSource, bornSource } =
  addPersonForm.shape

/** Somebody who is not on record yet: the fields of the form. */
const newPerson = z
  .strictObject({
    given: given.prefault(''),
    family: family.prefault(''),
    kind,
    born: born
      .prefault('')
      .describe('2009-03-03, 2009-03, 2009 or about 2009, as exactly as it is known; else empty'),
    sex,
    nameSource: nameSource.prefault('').describe('where it is another than `source`'),
    bornSource: bornSource.prefault('').describe('where it is another than `source`'),
    notAmong: z
      .array(z.uuid('send the ids of the people who are somebody else'))
      .max(100, 'send 100 ids or fewer')
      .default([])
      .describe('people of the same names who were looked at, and who are somebody else'),
  })
  .refine(hasName, nameMissing)
  .refine(isPlain, notPlain)

/** Who is put on a case as what: somebody on record by id, or somebody new. */
export const personForCase = z
  .strictObject({
    role,
    since: since.describe('the first day in this role'),
    source: source.describe('who said it, or where it is written'),
    person: z.uuid('send the id of a person').optional().describe('somebody on record'),
    newPerson: newPerson.optional().describe('somebody who is not on record yet'),
  })
  .refine(isPlain, notPlain)
  .refine(({ person, newPerson: told }) => (person === undefined) !== (told === undefined), {
    path: ['person'],
    message: 'send the id of somebody on record here, or tell of somebody in newPerson',
  })

export type PersonForCaseSent = z.infer<typeof personForCase>

/** Those of the same names whom the holder of the token may see, children in a list of their own. */
export const whichConflict = conflictJson({ candidates: peopleJson.omit({ more: true }) })
