import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { CodeField } from '../forms/code-field.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { wrongAt } from '../forms/errors.tsx'
import { PasskeyForm, type PasskeyRequest } from '../passkeys/passkey-form.tsx'

export interface ProofPage {
  next: string
  token: string
  errors: readonly FieldError[]
  passkey: PasskeyRequest | null
  /** Name of the identity provider that can be asked again; null where there is none. */
  provider: string | null
}

/** Before something that matters more than most: a second factor again. */
export const proofPage = ({ next, token, errors, passkey, provider }: ProofPage): PageAnswer => {
  const query = new URLSearchParams({ next }).toString()
  return {
    title: 'Show again that it is you',
    error: summaryOf(errors),
    children: (
      <div class="turnstone-prose">
        <p class="govuk-body">
          What you are about to do needs a code or a passkey that was shown in the last few minutes.
          You then go on to where you came from.
        </p>
        <form method="post" action={`/account/proof?${query}`} noValidate>
          <input type="hidden" name="_token" value={token} />
          <CodeField hint="6 digits, or a recovery code." wrong={wrongAt(errors, '_code')} />
          <Button text="Continue" preventDoubleClick />
        </form>
        {provider !== null && (
          <Button
            href={`/sign-in/identity-provider?${query}&fresh=yes`}
            text={`Sign in again with ${provider}`}
            classes="govuk-button--secondary"
          />
        )}
        {passkey !== null && (
          <PasskeyForm
            action={`/account/proof/passkey?${query}`}
            request={passkey}
            button="Use a passkey"
            without="A passkey needs JavaScript, which does not run in this browser. Use a code instead."
            hidden={{ _token: token }}
          />
        )}
      </div>
    ),
  }
}
