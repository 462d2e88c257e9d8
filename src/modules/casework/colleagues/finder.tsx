import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import type { Choice } from '../../../platform/web/components/choice.tsx'
import type { Colleague } from './queries.ts'

export interface FinderProps {
  /** What was asked; empty at first. */
  find: string
  found: readonly Colleague[]
  label: string
}

/** Finds colleagues by a plain form of its own: what was asked lives in the address. */
export const ColleagueFinder = ({ find, found, label }: FinderProps) => (
  <form class="turnstone-find" method="get" role="search" noValidate>
    <Input
      id="find"
      name="find"
      label={{ text: label }}
      hint={{ text: 'Part of a name or of the name of an agency' }}
      value={find}
      autocomplete="off"
      spellcheck={false}
      classes="govuk-input--width-20"
    />
    <Button text="Find" classes="govuk-button--secondary" />
    {find !== '' && found.length === 0 && (
      <p class="govuk-body">Nobody who works on cases has this name. Try fewer letters.</p>
    )}
  </form>
)

/** The colleagues that were found, to choose one of. */
export const choicesOf = (found: readonly Colleague[]): Choice[] =>
  found.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency}` }))
