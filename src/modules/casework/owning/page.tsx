import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import type { Case } from '../cases/case.ts'
import { crumbsOf } from '../reach/crumbs.ts'

/** Asks whether whoever reads becomes the owner of a case. */
export const ownPage = ({ reference, owner }: Case, shown: Shown): PageAnswer => ({
  title: 'Take this case',
  caption: reference,
  breadcrumbs: crumbsOf(reference),
  error: errorsOf(shown),
  children: (
    <Form shown={shown} labels={{ owner: 'Owner' }}>
      <p class="govuk-body">
        {owner === null ? 'Nobody owns this case yet.' : `${owner} owns this case now.`} The owner
        is asked first about a case, and told at once when somebody breaks the glass on it.
      </p>
      <Button text="Become its owner" preventDoubleClick />
    </Form>
  ),
})
