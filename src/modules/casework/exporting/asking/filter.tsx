import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import { choices } from '../../cases/listing/choices.ts'
import type { AskModel } from './read.ts'

/** The filter of the list of cases, as far as a file knows it; what was asked lives in the address. */
export const ExportFilter = ({ asked, errors, teams }: AskModel) => {
  const entered = { ...asked }
  const shown = { entered, errors, hidden: {}, draftOf: null, theirs: null }
  const lists = choices(teams).filter(({ field }) => field in asked && field !== 'sensitivity')
  return (
    <form class="turnstone-filter" action="/exports/new" method="get" noValidate>
      <Input
        label={{ text: 'Name of a person on the case' }}
        autocomplete="off"
        spellcheck={false}
        {...fieldOf(shown, 'name')}
      />
      {[...lists, sensitivity].map(({ field, label, items }) => (
        <Select
          key={field}
          label={{ text: label }}
          items={Object.entries(items).map(([value, text]) => ({ value, text }))}
          {...fieldOf(shown, field)}
        />
      ))}
      <div class="turnstone-filter__act">
        <Button text="Show how many" classes="govuk-button--secondary" />
      </div>
    </form>
  )
}

const sensitivity = {
  field: 'sensitivity',
  label: 'Which cases',
  items: { ordinary: 'Ordinary cases', restricted: 'Restricted ones that name me' },
} as const
