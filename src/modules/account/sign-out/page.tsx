import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'

/** Where the button to sign out leads when the form came from an old page. */
export const signOutPage = (token: string): PageAnswer => ({
  title: 'Sign out',
  children: (
    <form method="post" action="/sign-out">
      <input type="hidden" name="_token" value={token} />
      <Button text="Sign out" preventDoubleClick />
    </form>
  ),
})

export const signedOutPage: PageAnswer = {
  title: 'You have signed out',
  children: (
    <p class="govuk-body">
      <a class="govuk-link" href="/sign-in">
        Sign in again
      </a>
    </p>
  ),
}
