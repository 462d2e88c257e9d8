import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { NewCode, type OfferedCode } from '../one-time-codes/new-code.tsx'
import { HandedCodeField } from './handed-code-field.tsx'
import { NewPasswordFields } from '../passwords/new-password-fields.tsx'
import type { Invitation } from './queries.ts'

export interface InvitationPage {
  invitation: Invitation
  /** Address of this very page. */
  at: string
  offered: OfferedCode
  errors: readonly FieldError[]
  /** The code of the invitation as it was typed before; empty at first. */
  handed: string
  /** Name of the identity provider by which it can be taken up instead; null where there is none. */
  provider: string | null
}

/** Setting up an account: a password and one-time codes, or the identity provider instead. */
export const invitationPage = (page: InvitationPage): PageAnswer => {
  const { givenName, familyName, agency, email, byCode } = page.invitation
  return {
    title: 'Set up your account',
    error: summaryOf(page.errors),
    lead: `${givenName} ${familyName}, ${agency}. You will sign in as ${email}.`,
    children: (
      <div class="turnstone-prose">
        {page.provider !== null && (
          <Instead provider={page.provider} at={page.at} byCode={byCode} />
        )}
        <form method="post" action={page.at} noValidate>
          <input type="hidden" name="email" autocomplete="username" value={email} />
          {byCode && <HandedCodeField id="handed" value={page.handed} errors={page.errors} />}
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

const Instead = ({ provider, at, byCode }: { provider: string; at: string; byCode: boolean }) => {
  const button = { text: `Sign in with ${provider}`, classes: 'govuk-button--secondary' }
  return (
    <>
      <h2 class="govuk-heading-m">Through your organisation</h2>
      <p class="govuk-body">You then need no password here, and no app for codes.</p>
      {byCode ? (
        <form method="post" action={`${at}/provider`} noValidate>
          <HandedCodeField id="handed-to-provider" value="" errors={[]} />
          <Button {...button} />
        </form>
      ) : (
        <Button {...button} href={providerPlace} />
      )}
      <h2 class="govuk-heading-m">Or with a password</h2>
    </>
  )
}

/** Where whoever takes an invitation up through the identity provider goes on. */
export const providerPlace = '/sign-in/identity-provider?next=%2Faccount'
