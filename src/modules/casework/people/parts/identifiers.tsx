import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import {
  addIdentifier,
  changeIdentifier,
  identifierForm,
  identifierKinds,
  identifiersOf,
  type Identifier,
} from '../../../people/index.ts'
import { choose } from './options.ts'
import type { Part } from './routes.ts'
import { SourceField } from './stretch-fields.tsx'

const labels = { kind: 'Whose number', value: 'Number', source: 'Source' }

/** Numbers under which others know a person. */
export const identifiers: Part<Identifier, typeof identifierForm> = {
  at: 'identifiers',
  titles: { add: 'Add a number', change: 'Change a number' },
  form: identifierForm,
  labels,
  fields: shown => (
    <>
      <Select
        label={{ text: labels.kind }}
        items={choose(identifierKinds)}
        {...fieldOf(shown, 'kind')}
      />
      <Input
        label={{ text: labels.value }}
        autocomplete="off"
        spellcheck={false}
        classes="govuk-input--width-20"
        {...fieldOf(shown, 'value')}
      />
      <SourceField {...fieldOf(shown, 'source')} />
    </>
  ),
  start: row => (row === null ? {} : fieldsOf(row)),
  rows: identifiersOf,
  add: addIdentifier,
  change: changeIdentifier,
}

const fieldsOf = ({ kind, value, source }: Identifier) => ({ kind, value, source })
