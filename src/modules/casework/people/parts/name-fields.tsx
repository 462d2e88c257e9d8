import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { nameKinds } from '../../../people/index.ts'
import { choose } from './options.ts'

/** A name, of whatever script. No browser offers what was typed for somebody else. */
export const NameFields = ({ shown }: { shown: Shown }) => (
  <>
    <Input
      label={{ text: 'Given names' }}
      autocomplete="off"
      spellcheck={false}
      classes="govuk-!-width-two-thirds"
      {...fieldOf(shown, 'given')}
    />
    <Input
      label={{ text: 'Family name' }}
      autocomplete="off"
      spellcheck={false}
      classes="govuk-!-width-two-thirds"
      {...fieldOf(shown, 'family')}
    />
    <Select
      label={{ text: 'Kind of name' }}
      items={choose(nameKinds)}
      {...fieldOf(shown, 'kind')}
    />
  </>
)
