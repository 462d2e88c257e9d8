import type { ComponentChildren } from 'preact'
import type { PageAnswer } from '../../platform/web/answers.tsx'
import { Button } from '../../platform/web/components/button.tsx'
import { errorsOf, Form } from '../../platform/web/forms/form.tsx'
import type { Shown } from '../../platform/web/forms/shown.ts'

export interface Confirmation {
  title: string
  caption: string
  breadcrumbs: NonNullable<PageAnswer['breadcrumbs']>
  /** What happens then, a paragraph each. */
  says: readonly string[]
  /** What stands below that. */
  more?: ComponentChildren
  button: string
  /** Whether it takes something away: the button then warns. */
  warns?: boolean
  /** Where whoever leaves it as it is goes on. */
  back: string
}

/** Asks once before something that takes effect at once. */
export const confirmPage = (
  { title, caption, breadcrumbs, says, more, button, warns = true, back }: Confirmation,
  shown: Shown,
): PageAnswer => ({
  title,
  caption,
  breadcrumbs,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <Form shown={shown}>
        {says.map(said => (
          <p key={said} class="govuk-body">
            {said}
          </p>
        ))}
        {more}
        <div class="govuk-button-group">
          <Button
            text={button}
            {...(warns ? { classes: 'govuk-button--warning' } : {})}
            preventDoubleClick
          />
          <a class="govuk-link" href={back}>
            Leave it as it is
          </a>
        </div>
      </Form>
    </div>
  ),
})
