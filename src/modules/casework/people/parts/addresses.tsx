import { Input } from '../../../../platform/web/components/input.tsx'
import { Textarea } from '../../../../platform/web/components/textarea.tsx'
import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import {
  addAddress,
  addressesOf,
  addressForm,
  changeAddress,
  postcodeInWords,
  type Address,
} from '../../../people/index.ts'
import type { Part } from './routes.ts'
import { SourceField, StretchFields, writtenDay } from './stretch-fields.tsx'

const labels = {
  lines: 'Address',
  postcode: 'Postcode',
  from: 'Lives there from',
  until: 'Lived there until',
  source: 'Source',
}

/** Where a person lives or lived. */
export const addresses: Part<Address, typeof addressForm> = {
  at: 'addresses',
  titles: { add: 'Add an address', change: 'Change an address' },
  form: addressForm,
  labels,
  fields: shown => (
    <>
      <Textarea
        label={{ text: labels.lines }}
        hint={{ text: 'Without the postcode' }}
        rows={3}
        {...fieldOf(shown, 'lines')}
      />
      <Input
        label={{ text: labels.postcode }}
        autocomplete="off"
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'postcode')}
      />
      <StretchFields shown={shown} from={labels.from} until={labels.until} />
      <SourceField {...fieldOf(shown, 'source')} />
    </>
  ),
  start: row => (row === null ? {} : fieldsOf(row)),
  rows: addressesOf,
  add: addAddress,
  change: changeAddress,
}

const fieldsOf = ({ lines, postcode, fromOn, untilOn, source }: Address) => ({
  ...{ lines, source },
  postcode: postcode === null ? '' : postcodeInWords(postcode),
  from: writtenDay(fromOn),
  until: writtenDay(untilOn),
})
