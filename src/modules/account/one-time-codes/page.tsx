import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { WarningText } from '../../../platform/web/components/warning-text.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { NewCode, type OfferedCode } from './new-code.tsx'
import type { RecoveryCode } from './recovery.ts'

export const codePage = (page: {
  offered: OfferedCode
  email: string
  token: string
  errors: readonly FieldError[]
}): PageAnswer => ({
  title: 'Set up new one-time codes',
  breadcrumbs: [{ text: 'Your account', href: '/account' }],
  error: summaryOf(page.errors),
  children: (
    <form class="turnstone-prose" method="post" action="/account/one-time-code" noValidate>
      <input type="hidden" name="_token" value={page.token} />
      <NewCode offered={page.offered} email={page.email} errors={page.errors} />
      <p class="govuk-body">The codes of before stop working.</p>
      <Button text="Use these codes from now on" preventDoubleClick />
    </form>
  ),
})

/** Shown once: nothing can show them again. */
export const recoveryPage = (codes: readonly RecoveryCode[], onTo: string): PageAnswer => ({
  title: 'Your recovery codes',
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        If you lose the device with your authenticator app, one of these lets you in instead of a
        code. Each works once. Those that you had before work no longer.
      </p>
      <WarningText text="Write them down or print them now: they are not shown again. Keep them away from your device." />
      <ul class="govuk-list">
        {codes.map(code => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button href={onTo} text="I have kept them" />
    </div>
  ),
})
