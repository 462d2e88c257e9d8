import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { classChoices, type LogForm } from './form.ts'
import { allowedChoices } from './words.ts'

export interface FilterProps {
  asked: LogForm
  errors: readonly FieldError[]
  /** Each verb of the permission tables with its words. */
  verbs: readonly { value: string; text: string }[]
}

/** A plain form: what was asked lives in the address. */
export const LogFilter = ({ asked, errors, verbs }: FilterProps) => {
  const field = (name: keyof LogForm) => {
    const found = errors.find(error => error.field === name)
    const wrong = found === undefined ? {} : { errorMessage: { text: found.sentence } }
    return { id: name, name, value: asked[name], ...wrong }
  }
  const text = (name: 'who' | 'record' | 'from' | 'to', label: string) => (
    <Input label={{ text: label }} autocomplete="off" spellcheck={false} {...field(name)} />
  )
  return (
    <form
      class="turnstone-filter turnstone-filter--log"
      action="/audit-log"
      method="get"
      role="search"
      noValidate
    >
      {text('who', 'Who acted')}
      {text('record', 'Case reference, or id')}
      <Select
        label={{ text: 'What' }}
        items={[{ value: '', text: 'Anything' }, ...verbs]}
        {...field('verb')}
      />
      <Select label={{ text: 'Class' }} items={classItems} {...field('class')} />
      <Select label={{ text: 'Outcome' }} items={outcomeItems} {...field('outcome')} />
      <Select label={{ text: 'Allowed by' }} items={allowedItems} {...field('allowed')} />
      {text('from', 'First day')}
      {text('to', 'Last day')}
      <div class="turnstone-filter__act">
        <Button text="Show entries" />
        <a class="govuk-link" href="/audit-log">
          Clear
        </a>
      </div>
    </form>
  )
}

const classItems = [
  { value: '', text: 'Any class' },
  ...classChoices.map(value => ({ value, text: value })),
]

const outcomeItems = [
  { value: '', text: 'Done or refused' },
  { value: 'done', text: 'Done' },
  { value: 'refused', text: 'Refused' },
]

const allowedItems = [
  { value: '', text: 'Anything' },
  { value: 'outside', text: 'Outside own teams' },
  ...allowedChoices,
]
