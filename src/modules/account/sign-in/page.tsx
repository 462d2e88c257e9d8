import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { PersonasList } from '../demonstration/personas-list.tsx'
import { CodeField } from '../forms/code-field.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { wrongAt } from '../forms/errors.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { OtherWays, type Ways } from './other-ways.tsx'

export interface SignInPage {
  email: string
  /** Where somebody goes on to. */
  next: string
  errors: readonly FieldError[]
  ways: Ways
}

/** Email address, password and code on one page: a page between would tell who has an account. */
export const signInPage = ({ email, next, errors, ways }: SignInPage): PageAnswer => ({
  title: 'Sign in',
  error: summaryOf(errors),
  children: (
    <div class="turnstone-prose">
      {ways.personas.length > 0 && (
        <>
          <PersonasList personas={ways.personas} next={next} />
          <h2 class="govuk-heading-m">Sign in with an account of your own</h2>
        </>
      )}
      <form
        method="post"
        action={`/sign-in?${new URLSearchParams({ next }).toString()}`}
        noValidate
      >
        <Input
          id="email"
          name="email"
          type="email"
          label="Email address"
          autocomplete="username"
          spellcheck={false}
          value={email}
          errorMessage={wrongAt(errors, 'email')}
        />
        <PasswordField
          id="password"
          label="Password"
          kind="current-password"
          wrong={wrongAt(errors, '_password')}
        />
        <CodeField
          hint="6 digits. If you have lost the device, use one of your recovery codes."
          wrong={wrongAt(errors, '_code')}
        />
        <Button text="Sign in" preventDoubleClick />
      </form>
      <OtherWays ways={ways} next={next} />
    </div>
  ),
})
