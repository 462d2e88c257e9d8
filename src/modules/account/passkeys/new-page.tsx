import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { wrongAt } from '../forms/errors.tsx'
import { PasskeyForm, type PasskeyRequest } from './passkey-form.tsx'

export const newPasskeyPage = (page: {
  request: PasskeyRequest
  token: string
  name: string
  errors: readonly FieldError[]
}): PageAnswer => ({
  title: 'Add a passkey',
  breadcrumbs: [{ text: 'Your account', href: '/account' }],
  error: summaryOf(page.errors),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        A passkey is kept by your phone, your computer or a security key, which recognises you by a
        PIN, your finger or your face. It takes the place of password and code, and cannot be given
        to a false page.
      </p>
      <PasskeyForm
        action="/account/passkeys/new"
        request={page.request}
        button="Add a passkey"
        without="A passkey needs JavaScript, which does not run in this browser. Your password and one-time codes go on working."
        hidden={{ _token: page.token }}
      >
        <Input
          id="name"
          name="name"
          label="Name of the passkey"
          hint="So that you know it again, such as “work phone”."
          classes="govuk-input--width-20"
          value={page.name}
          errorMessage={wrongAt(page.errors, 'name')}
        />
      </PasskeyForm>
    </div>
  ),
})
