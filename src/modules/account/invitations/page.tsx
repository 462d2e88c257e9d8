import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { NewCode, type OfferedCode } from '../one-time-codes/new-code.tsx'
import { NewPasswordFields } from '../passwords/new-password-fields.tsx'
import type { Invitation } from './queries.ts'

export interface InvitationPage {
  invitation: Invitation
  /** Address of this very page. */
  at: string
  offered: OfferedCode
  errors: readonly FieldError[]
  /** Name of the identity provider by which it can be taken up instead; null where there is none. */
  provider: string | null
}

/** Setting up an account: a password and one-time codes, or the identity provider instead. */
export const invitationPage = (page: InvitationPage): PageAnswer => {
  const { givenName, familyName, agency, email } = page.invitation
  return {
    title: 'Set up your account',
    error: summaryOf(page.errors),
    lead: `${givenName} ${familyName}, ${agency}. You will sign in as ${email}.`,
    children: (
      <div class="turnstone-prose">
        {page.provider !== null && <Instead provider={page.provider} />}
        <form method="post" action={page.at} noValidate>
          <input type="hidden" name="email" autocomplete="username" value={email} />
          <h2 class="govuk-heading-m">Password</h2>
          <NewPasswordFields errors={page.errors} />
          <h2 class="govuk-heading-m">One-time codes</h2>
          <NewCode offered={page.offered} email={email} errors={page.errors} />
          <Button text="Set up account" preventDoubleClick />
        </form>
      </div>
    ),
  }
}

const Instead = ({ provider }: { provider: string }) => (
  <>
    <h2 class="govuk-heading-m">Through your organisation</h2>
    <p class="govuk-body">You then need neither a password nor codes here.</p>
    <Button
      href="/sign-in/identity-provider?next=%2Faccount"
      text={`Sign in with ${provider}`}
      classes="govuk-button--secondary"
    />
  </>
)
