import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import type { FieldError } from '../../../../platform/web/form.ts'
import { states, type UsersForm } from './form.ts'

export interface UsersFilterProps {
  asked: UsersForm
  errors: readonly FieldError[]
  agencies: readonly { id: string; name: string }[]
  roles: readonly { code: string; name: string }[]
}

/** A plain form: what was asked lives in the address. */
export const UsersFilter = ({ asked, errors, agencies, roles }: UsersFilterProps) => {
  const shown = { entered: asked, errors, hidden: {}, draftOf: null, theirs: null }
  return (
    <form class="turnstone-filter" action="/admin/users" method="get" role="search" noValidate>
      <Input
        label={{ text: 'Name or e-mail' }}
        autocomplete="off"
        spellcheck={false}
        {...fieldOf(shown, 'name')}
      />
      <Select
        label={{ text: 'Agency' }}
        items={[
          { value: '', text: 'Any' },
          ...agencies.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...fieldOf(shown, 'agency')}
      />
      <Select
        label={{ text: 'Role' }}
        items={[
          { value: '', text: 'Any' },
          ...roles.map(({ code, name }) => ({ value: code, text: name })),
        ]}
        {...fieldOf(shown, 'role')}
      />
      <Select
        label={{ text: 'State' }}
        items={Object.entries(states).map(([value, text]) => ({ value, text }))}
        {...fieldOf(shown, 'state')}
      />
      <div class="turnstone-filter__act">
        <Button text="Show users" />
        <a class="govuk-link" href="/admin/users">
          Clear
        </a>
      </div>
    </form>
  )
}
