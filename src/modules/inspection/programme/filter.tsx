import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import type { ProgrammeForm } from './form.ts'

/** What the lists of the filter offer. */
export interface Choices {
  regions: readonly string[]
  years: readonly number[]
}

export interface FilterProps {
  asked: ProgrammeForm
  errors: readonly FieldError[]
  choices: Choices
}

/** A plain form that asks for the same page again: filter and order live in the address. */
export const Filter = ({ asked, errors, choices }: FilterProps) => {
  const wrong = (field: keyof ProgrammeForm) => {
    const found = errors.find(error => error.field === field)
    return found === undefined ? {} : { errorMessage: { text: found.sentence } }
  }
  return (
    <form
      class="turnstone-filter"
      action="/inspections#forces"
      method="get"
      role="search"
      noValidate
    >
      <Input
        id="name"
        name="name"
        label={{ text: 'Name' }}
        value={asked.name}
        autocomplete="off"
        spellcheck={false}
        {...wrong('name')}
      />
      <Select
        id="region"
        name="region"
        label={{ text: 'Region' }}
        value={asked.region}
        items={[
          anyOf('All regions'),
          ...choices.regions.map(region => ({ value: region, text: region })),
        ]}
        {...wrong('region')}
      />
      <Select
        id="found"
        name="found"
        label={{ text: 'Published figures' }}
        value={asked.found}
        items={foundItems}
        {...wrong('found')}
      />
      <Select
        id="year"
        name="year"
        label={{ text: 'Visited in' }}
        value={asked.year}
        items={[
          anyOf('Any year'),
          ...choices.years.map(year => ({ value: String(year), text: String(year) })),
        ]}
        {...wrong('year')}
      />
      <Select
        id="sort"
        name="sort"
        label={{ text: 'Order' }}
        value={asked.sort}
        items={sortItems}
        {...wrong('sort')}
      />
      <div class="turnstone-filter__act">
        <Button text="Show forces" />
        <a class="govuk-link" href="/inspections#forces">
          Clear
        </a>
      </div>
    </form>
  )
}

const anyOf = (text: string) => ({ value: '', text })

const foundItems = [
  anyOf('Any'),
  { value: 'cases', text: 'Case files graded' },
  { value: 'areas', text: 'Areas graded' },
  { value: 'none', text: 'No figures found' },
]

const sortItems = [
  { value: 'name', text: 'Name' },
  { value: 'first', text: 'First inspected, earliest first' },
  { value: 'latest', text: 'Latest visit, newest first' },
  { value: 'visits', text: 'Number of visits' },
]
