import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { WarningText } from '../../../platform/web/components/warning-text.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { listInWords } from '../../../platform/web/words/numbers.ts'
import type { Case } from '../cases/case.ts'
import { crumbsOf } from '../reach/crumbs.ts'
import type { Reach } from '../reach/reach.ts'

export interface SensitivityModel {
  case: Case
  reach: Reach
}

export const sensitivityPage = (
  { case: one, reach }: SensitivityModel,
  shown: Shown,
): PageAnswer => ({
  title: 'Who sees this case',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <Form shown={shown} labels={{ sensitivity: 'Who sees it' }}>
        <Consequences reach={reach} />
        <Radios
          fieldset={{ legend: { text: 'Who sees it', classes: 'govuk-fieldset__legend--m' } }}
          items={[
            {
              value: 'ordinary',
              text: 'Ordinary: its team',
              hint: {
                text: `${one.team}, named people, those with whom it is shared, and postings that reach the whole area`,
              },
            },
            {
              value: 'restricted',
              text: 'Restricted: named people only',
              hint: {
                text: 'You are named with it. Shares with one person go on; all others stop.',
              },
            },
          ]}
          {...fieldOf(shown, 'sensitivity')}
        />
        <Button text="Save" preventDoubleClick />
      </Form>
    </div>
  ),
})

/** What restricting stops, said before it happens. */
const Consequences = ({ reach }: { reach: Reach }) => {
  const agencies = reach.shares.live.filter(({ userId }) => userId === null)
  if (agencies.length === 0) return null
  const names = listInWords([...new Set(agencies.map(({ agency }) => agency))])
  return (
    <WarningText
      text={`While the case is restricted, ${names} cannot see it, although it is shared with them. What is left of such a share holds again when the case is ordinary.`}
    />
  )
}
