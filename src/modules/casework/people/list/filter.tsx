import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'

/** A plain form: what was asked lives in the address. */
export const PeopleFilter = ({ shown }: { shown: Shown }) => (
  <form class="turnstone-filter" action="/people" method="get" role="search" noValidate>
    <Input
      label={{ text: 'Name' }}
      autocomplete="off"
      spellcheck={false}
      {...fieldOf(shown, 'name')}
    />
    <Select
      label={{ text: 'The name' }}
      items={[
        { value: '', text: 'begins so' },
        { value: 'yes', text: 'is exactly so' },
      ]}
      {...fieldOf(shown, 'exact')}
    />
    <Input label={{ text: 'Postcode' }} autocomplete="off" {...fieldOf(shown, 'postcode')} />
    <div class="turnstone-filter__act">
      <Button text="Find people" />
      <a class="govuk-link" href="/people">
        Clear
      </a>
    </div>
  </form>
)
