import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { fieldOf } from '../../../platform/web/forms/shown.ts'
import type { CasesForm } from './form.ts'
import { choices, type TeamChoice } from './listing/choices.ts'

export interface CasesFilterProps {
  asked: CasesForm
  errors: readonly FieldError[]
  teams: readonly TeamChoice[]
}

/** A plain form: what was asked lives in the address. */
export const CasesFilter = ({ asked, errors, teams }: CasesFilterProps) => {
  const shown = { entered: asked, errors, hidden: {}, draftOf: null, theirs: null }
  return (
    <form class="turnstone-filter" action="/cases" method="get" role="search" noValidate>
      <Input
        label={{ text: 'Reference, or name of a person' }}
        autocomplete="off"
        spellcheck={false}
        {...fieldOf(shown, 'name')}
      />
      {choices(teams).map(({ field, label, items }) => (
        <Select
          key={field}
          label={{ text: label }}
          items={Object.entries(items).map(([value, text]) => ({ value, text }))}
          {...fieldOf(shown, field)}
        />
      ))}
      <div class="turnstone-filter__act">
        <Button text="Show cases" />
        {/* What leads to the first page again, for the sentence that says so. */}
        <a class="govuk-link" href="/cases" id="after">
          Clear
        </a>
      </div>
    </form>
  )
}
