import type { FieldError } from '../../../platform/web/form.ts'
import { wrongAt } from '../forms/errors.tsx'
import { PasswordField } from '../forms/password-field.tsx'

/** The two fields of a new password. */
export const NewPasswordFields = ({ errors }: { errors: readonly FieldError[] }) => (
  <>
    <PasswordField
      id="new"
      label="New password"
      kind="new-password"
      hint="12 characters or more. Three random words make a good one."
      wrong={wrongAt(errors, '_new')}
    />
    <PasswordField
      id="again"
      label="New password again"
      kind="new-password"
      wrong={wrongAt(errors, '_again')}
    />
  </>
)
