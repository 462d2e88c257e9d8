import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import { addName, changeName, nameForm, namesOf, type PersonName } from '../../../people/index.ts'
import { NameFields } from './name-fields.tsx'
import type { Part } from './routes.ts'
import { SourceField, StretchFields, writtenDay } from './stretch-fields.tsx'

/** Names of a person, each with when it was used. */
export const names: Part<PersonName, typeof nameForm> = {
  at: 'names',
  titles: { add: 'Add a name', change: 'Change a name' },
  form: nameForm,
  labels: {
    given: 'Given names',
    family: 'Family name',
    kind: 'Kind of name',
    from: 'Used from',
    until: 'Used until',
    source: 'Source',
  },
  fields: shown => (
    <>
      <NameFields shown={shown} />
      <StretchFields shown={shown} from="Used from" until="Used until" />
      <SourceField {...fieldOf(shown, 'source')} />
    </>
  ),
  start: row => (row === null ? {} : fieldsOf(row)),
  rows: namesOf,
  // Lists show a name that is used today: whether it is must be known when it is written.
  wrongOn: ({ from, until }, today) =>
    [
      from !== null && from > today && { field: 'from', sentence: notYet },
      until !== null && until > today && { field: 'until', sentence: notYet },
    ].filter(error => error !== false),
  add: addName,
  change: changeName,
}

const notYet = 'Enter a day that is not in the future, or leave it empty'

const fieldsOf = ({ kind, given, family, fromOn, untilOn, source }: PersonName) => ({
  ...{ kind, given, family, source },
  from: writtenDay(fromOn),
  until: writtenDay(untilOn),
})
