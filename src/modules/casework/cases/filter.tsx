import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { caseTypes } from './case.ts'
import type { CasesForm } from './form.ts'

export interface CasesFilterProps {
  asked: CasesForm
  errors: readonly FieldError[]
}

/** A plain form: what was asked lives in the address. */
export const CasesFilter = ({ asked, errors }: CasesFilterProps) => {
  const wrong = (field: keyof CasesForm) => {
    const found = errors.find(error => error.field === field)
    return found === undefined ? {} : { errorMessage: { text: found.sentence } }
  }
  return (
    <form class="turnstone-filter" action="/cases" method="get" role="search" noValidate>
      <Input
        id="name"
        name="name"
        label={{ text: 'Reference, or name of a person on the case' }}
        value={asked.name}
        autocomplete="off"
        spellcheck={false}
        {...wrong('name')}
      />
      <Select
        id="exact"
        name="exact"
        label={{ text: 'The name' }}
        value={asked.exact}
        items={[
          { value: '', text: 'begins so' },
          { value: 'yes', text: 'is exactly so' },
        ]}
        {...wrong('exact')}
      />
      <Select
        id="state"
        name="state"
        label={{ text: 'State' }}
        value={asked.state}
        items={[
          { value: 'open', text: 'Open' },
          { value: 'closed', text: 'Closed' },
          { value: 'all', text: 'Open and closed' },
        ]}
        {...wrong('state')}
      />
      <Select
        id="type"
        name="type"
        label={{ text: 'Type' }}
        value={asked.type}
        items={[
          { value: '', text: 'Any type' },
          ...caseTypes.map(type => ({ value: type, text: type })),
        ]}
        {...wrong('type')}
      />
      <div class="turnstone-filter__act">
        <Button text="Show cases" />
        <a class="govuk-link" href="/cases">
          Clear
        </a>
      </div>
    </form>
  )
}
