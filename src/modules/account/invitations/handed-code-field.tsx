import { Input } from '../../../platform/web/components/input.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { wrongAt } from '../forms/errors.tsx'

/** Where the code is typed that came by another person than the address. */
export const HandedCodeField = ({
  id,
  value,
  errors,
}: {
  id: string
  value: string
  errors: readonly FieldError[]
}) => (
  <Input
    id={id}
    name="handed"
    label="Code of the invitation"
    hint="8 letters and digits. Not who gave you the address, but another administrator hands it to you."
    classes="govuk-input--width-10"
    autocomplete="off"
    autocapitalize="characters"
    spellcheck={false}
    value={value}
    errorMessage={wrongAt(errors, 'handed')}
  />
)
