import { Input } from '../../../platform/web/components/input.tsx'

/** Where a password is typed or pasted; never filled in again. */
export const PasswordField = (field: {
  id: string
  label: string
  kind: 'current-password' | 'new-password'
  hint?: string | undefined
  wrong?: string | undefined
}) => (
  <Input
    id={field.id}
    name={`_${field.id}`}
    type="password"
    label={field.label}
    hint={field.hint}
    classes="govuk-input--width-20"
    autocomplete={field.kind}
    autocapitalize="none"
    spellcheck={false}
    errorMessage={field.wrong}
  />
)
