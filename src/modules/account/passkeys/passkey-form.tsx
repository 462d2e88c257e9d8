import { Button } from '../../../platform/web/components/button.tsx'

/** What the browser is asked, as JSON of WebAuthn, and whether to use a passkey or to make one. */
export interface PasskeyRequest {
  kind: 'use' | 'make'
  options: string
}

interface PasskeyFormProps {
  action: string
  request: PasskeyRequest
  button: string
  /** What is read where no script runs. */
  without: string
  hidden?: Readonly<Record<string, string>>
  children?: preact.ComponentChildren
}

/**
 * A form that the script of the pages shows and fills: it asks the browser for a passkey, puts the
 * answer into the form and sends it (browser/passkeys.ts). Without script the sentence stays.
 */
export const PasskeyForm = (props: PasskeyFormProps) => (
  <div data-passkey={props.request.kind}>
    <p class="govuk-body" data-passkey-without>
      {props.without}
    </p>
    <form method="post" action={props.action} hidden data-passkey-options={props.request.options}>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="_answer" />
      {props.children}
      <Button text={props.button} classes="govuk-button--secondary" />
    </form>
    <div role="alert" hidden data-passkey-failed>
      <p class="govuk-error-message">The passkey was not used. Try again, or use another way.</p>
    </div>
  </div>
)
