import { Button } from '../../../platform/web/components/button.tsx'
import type { Persona } from '../demonstration/persona.ts'
import { PasskeyForm, type PasskeyRequest } from '../passkeys/passkey-form.tsx'

/** What there is beside a password: each is left out where it cannot work. */
export interface Ways {
  passkey: PasskeyRequest | null
  /** Name of the identity provider, as the button says it. */
  provider: string | null
  /** Whom a visitor of the demonstration may sign in as. */
  personas: readonly Persona[]
}

export const OtherWays = ({ ways, next }: { ways: Ways; next: string }) => {
  const query = new URLSearchParams({ next }).toString()
  return (
    <>
      {ways.provider !== null && (
        <>
          <h2 class="govuk-heading-m">Sign in through your organisation</h2>
          <Button
            href={`/sign-in/identity-provider?${query}`}
            text={`Sign in with ${ways.provider}`}
            classes="govuk-button--secondary"
          />
        </>
      )}
      {ways.passkey !== null && (
        <>
          <h2 class="govuk-heading-m">Sign in with a passkey</h2>
          <PasskeyForm
            action={`/sign-in/passkey?${query}`}
            request={ways.passkey}
            button="Use a passkey"
            without="A passkey needs JavaScript, which does not run in this browser. Sign in with your password and a code instead."
          />
        </>
      )}
    </>
  )
}
