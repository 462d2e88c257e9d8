import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { sexes } from '../../../people/index.ts'
import { choose } from './options.ts'

/** Birth, as exactly as it is known, and sex. */
export const BirthFields = ({ shown }: { shown: Shown }) => (
  <>
    <Input
      label={{ text: 'Born' }}
      hint={{ text: '3 3 2009, March 2009, 2009 or about 2009. Leave empty if not known' }}
      autocomplete="off"
      classes="govuk-input--width-10"
      {...fieldOf(shown, 'born')}
    />
    <Select label={{ text: 'Sex' }} items={choose(sexes)} {...fieldOf(shown, 'sex')} />
  </>
)
