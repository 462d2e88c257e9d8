import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { SummaryList } from '../../../../platform/web/components/summary-list.tsx'
import { birthInWords, nameInWords } from '../../../people/index.ts'
import { CasesOfPerson } from './cases.tsx'
import { AddressesTable, IdentifiersTable, NamesTable } from './tables.tsx'
import type { PersonRecord } from './read.ts'

export const recordPage = (record: PersonRecord): PageAnswer => {
  const { person, names, roles, changeable } = record
  const name = names[0] === undefined ? 'Name not known' : nameInWords(names[0])
  const actions = changeable
    ? { items: [{ href: `/people/${person.id}/birth/edit`, text: 'Change birth and sex' }] }
    : undefined
  return {
    title: name,
    caption: 'Person',
    breadcrumbs: [{ text: 'People', href: '/people' }],
    children: (
      <>
        <SummaryList
          rows={[
            {
              key: 'Born',
              value: birthInWords(person),
              actions,
            },
            person.birthSource !== null && {
              key: 'Source of the birth',
              value: person.birthSource,
            },
            { key: 'Sex', value: person.sex },
          ]}
        />
        <CasesOfPerson roles={roles} />
        <NamesTable {...record} />
        <IdentifiersTable {...record} />
        <AddressesTable {...record} />
      </>
    ),
  }
}
