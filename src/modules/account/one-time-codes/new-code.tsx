import type { FieldError } from '../../../platform/web/form.ts'
import { CodeField } from '../forms/code-field.tsx'
import { wrongAt } from '../forms/errors.tsx'
import { addressOf, secretInWords, type CodeSecret } from './code.ts'
import { QrPicture } from './picture.tsx'

/** A secret that an authenticator app is to learn, and the same sealed, as the form carries it. */
export interface OfferedCode {
  secret: CodeSecret
  sealed: string
}

interface NewCodeProps {
  offered: OfferedCode
  email: string
  errors: readonly FieldError[]
}

/** Setting up one-time codes: picture, the secret to type, and a first code that shows that it works. */
export const NewCode = ({ offered, email, errors }: NewCodeProps) => (
  <>
    <p class="govuk-body">
      Open an authenticator app on your phone or computer and let it read this picture.
    </p>
    <QrPicture
      text={addressOf(offered.secret, email)}
      label="Picture for your authenticator app; the same as letters follows"
    />
    <p class="govuk-body">
      Or type these letters and digits into the app:{' '}
      <strong>{secretInWords(offered.secret)}</strong>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={addressOf(offered.secret, email)}>
        Open the app on this device
      </a>
    </p>
    <input type="hidden" name="_secret" value={offered.sealed} />
    <CodeField hint="The 6 digits that the app shows now." wrong={wrongAt(errors, '_code')} />
  </>
)
