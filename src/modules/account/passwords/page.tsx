import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { wrongAt } from '../forms/errors.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { NewPasswordFields } from './new-password-fields.tsx'

export const passwordPage = (page: {
  token: string
  errors: readonly FieldError[]
}): PageAnswer => ({
  title: 'Change your password',
  breadcrumbs: [{ text: 'Your account', href: '/account' }],
  error: summaryOf(page.errors),
  children: (
    <form class="turnstone-prose" method="post" action="/account/password" noValidate>
      <input type="hidden" name="_token" value={page.token} />
      <PasswordField
        id="old"
        label="Password of now"
        kind="current-password"
        wrong={wrongAt(page.errors, '_old')}
      />
      <NewPasswordFields errors={page.errors} />
      <p class="govuk-body">You stay signed in here. Everywhere else your sessions end.</p>
      <Button text="Change password" preventDoubleClick />
    </form>
  ),
})
