import { nameInWords, postcodeInWords } from '../../../people/index.ts'
import { FirstHistory } from '../first/history.tsx'
import { stretchInWords } from '../stretch.ts'
import { PartTable } from './part-table.tsx'
import type { PersonRecord } from './read.ts'

export const NamesTable = ({ person, names, firsts, changeable }: PersonRecord) => (
  <PartTable
    at={`/people/${person.id}/names`}
    title="Names"
    add="Add a name"
    changeable={changeable}
    head={['Name', 'Kind', 'Used', 'Source']}
    rows={names.map((one, at) => ({
      id: one.id,
      cells: [
        nameInWords(one),
        at === 0 && names.length > 1 ? `${one.kind}, shown first` : one.kind,
        stretchInWords(one.fromOn, one.untilOn),
        one.source,
      ],
    }))}
  >
    <FirstHistory firsts={firsts} />
    {changeable && names.length > 1 && (
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href={`/people/${person.id}/shown-first`}>
          Choose which name is shown first
        </a>
      </p>
    )}
  </PartTable>
)

export const IdentifiersTable = ({ person, identifiers, changeable }: PersonRecord) => (
  <PartTable
    at={`/people/${person.id}/identifiers`}
    title="Numbers"
    add="Add a number"
    changeable={changeable}
    head={['Number', 'Of', 'Source']}
    rows={identifiers.map(({ id, value, kind, source }) => ({ id, cells: [value, kind, source] }))}
  />
)

export const AddressesTable = ({ person, addresses, changeable }: PersonRecord) => (
  <PartTable
    at={`/people/${person.id}/addresses`}
    title="Addresses"
    add="Add an address"
    changeable={changeable}
    head={['Address', 'When', 'Source']}
    rows={addresses.map(({ id, lines, postcode, fromOn, untilOn, source }) => ({
      id,
      cells: [
        [...lines.split('\n'), postcode === null ? '' : postcodeInWords(postcode)]
          .filter(Boolean)
          .join(', '),
        stretchInWords(fromOn, untilOn),
        source,
      ],
    }))}
  />
)
