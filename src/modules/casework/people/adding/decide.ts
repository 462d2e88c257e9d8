import type { NewPerson } from '../../../people/index.ts'
import { somebodyElse, type AddPersonForm } from './form.ts'

/** Whom a form means: one of those on record, or somebody new. */
export type Meant =
  | { is: 'on record'; personId: string }
  | { is: 'new'; person: NewPerson }
  | { is: 'wrong'; errors: { field: string; sentence: string }[] }

/**
 * Whom a form means, given those with the same names who may be seen. Any other id means nobody, whether it
 * is hidden or never was.
 */
export function whoIsMeant(
  value: AddPersonForm,
  alike: readonly { id: string }[],
  today: Temporal.PlainDate,
): Meant {
  const errors = tooLate(value, today)
  if (errors.length > 0) return { is: 'wrong', errors }
  if (alike.some(({ id }) => id === value.same)) return { is: 'on record', personId: value.same }
  if (value.same === somebodyElse || (value.same === '' && alike.length === 0))
    return { is: 'new', person: newPerson(value) }
  return { is: 'wrong', errors: [{ field: 'same', sentence: alike.length === 0 ? gone : whoIsIt }] }
}

const whoIsIt = 'Choose one of the people on record, or say that it is somebody else'
const gone = 'Nobody on record fits what you chose. Save again to record somebody new.'

/** What is of a day that is still to come. */
const tooLate = ({ born, since }: AddPersonForm, today: Temporal.PlainDate) => [
  ...(born.precision !== 'unknown' && born.on > today.toString()
    ? [{ field: 'born', sentence: notYet }]
    : []),
  ...sinceTooLate({ since }, today),
]

/** What is wrong with the first day of a role. */
export const sinceTooLate = ({ since }: Pick<AddPersonForm, 'since'>, today: Temporal.PlainDate) =>
  since > today.toString() ? [{ field: 'since', sentence: notYet }] : []

const notYet = 'Enter a day that is not in the future'

/** What has no source of its own comes from the source of the role. */
const newPerson = (value: AddPersonForm): NewPerson => ({
  name: {
    kind: value.kind,
    given: value.given,
    family: value.family,
    source: value.nameSource || value.source,
  },
  birth:
    value.born.precision === 'unknown'
      ? value.born
      : { ...value.born, source: value.bornSource || value.source },
  sex: value.sex,
})

/** What somebody reads who puts the same person on a case in the same role again. */
export const alreadyThere = (role: AddPersonForm['role']) => [
  {
    field: 'role',
    sentence: `This person is on this case as ${role} already: choose another role`,
  },
]
