import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import { crumbsOf } from './crumbs.ts'

export interface Confirmation {
  reference: string
  title: string
  /** What happens then, a paragraph each. */
  says: readonly string[]
  button: string
}

/** Asks once before something that takes effect at once. */
export const confirmPage = (
  { reference, title, says, button }: Confirmation,
  shown: Shown,
): PageAnswer => ({
  title,
  caption: reference,
  breadcrumbs: crumbsOf(reference),
  error: errorsOf(shown),
  children: (
    <Form shown={shown}>
      {says.map(said => (
        <p key={said} class="govuk-body">
          {said}
        </p>
      ))}
      <div class="govuk-button-group">
        <Button text={button} classes="govuk-button--warning" preventDoubleClick />
        <a class="govuk-link" href={`/cases/${reference}#who-sees`}>
          Leave it as it is
        </a>
      </div>
    </Form>
  ),
})
