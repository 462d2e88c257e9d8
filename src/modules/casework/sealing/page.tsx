import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { Textarea } from '../../../platform/web/components/textarea.tsx'
import { WarningText } from '../../../platform/web/components/warning-text.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import type { Case } from '../cases/case.ts'
import { crumbsOf } from '../reach/crumbs.ts'
import type { SealRequest } from './queries.ts'
import { sealingMeans } from './words.ts'

export interface SealModel {
  case: Case
  /** The open request; null when nobody asks just now. */
  open: SealRequest | null
  /** Who could agree. */
  others: readonly string[]
}

export const sealPage = ({ case: one, open, others }: SealModel, shown: Shown): PageAnswer => ({
  title: one.sensitivity === 'sealed' ? 'Ask to unseal this case' : 'Ask to seal this case',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  children: open === null ? <Ask {...{ one, others, shown }} /> : <Asked {...{ one, open }} />,
})

const Asked = ({ one, open }: { one: Case; open: SealRequest }) => (
  <p class="govuk-body">
    {open.asker} has asked already.{' '}
    <a class="govuk-link" href={`/cases/${one.reference}/seal/decision`}>
      See what was asked
    </a>
  </p>
)

const Ask = ({ one, others, shown }: AskProps) => (
  <div class="turnstone-prose">
    <Form shown={shown}>
      {one.sensitivity === 'sealed' ? (
        <Radios
          fieldset={{ legend: { text: 'What the case is to be' } }}
          items={[
            { value: 'restricted', text: 'Restricted: named people only' },
            { value: 'ordinary', text: 'Ordinary: its team' },
          ]}
          {...fieldOf(shown, 'wanted')}
        />
      ) : (
        <>
          <WarningText text={sealingMeans.sealed[1]} />
          <p class="govuk-body">{sealingMeans.sealed[0]}</p>
          <input type="hidden" name="wanted" value="sealed" />
        </>
      )}
      <WhoAgrees others={others} />
      <Textarea label={{ text: 'Why' }} rows={3} {...fieldOf(shown, 'why')} />
      <Button text="Ask a second supervisor" preventDoubleClick />
    </Form>
  </div>
)

interface AskProps {
  one: Case
  others: readonly string[]
  shown: Shown
}

const WhoAgrees = ({ others }: { others: readonly string[] }) => (
  <p class="govuk-body">
    {others.length === 0
      ? 'Nobody else can agree just now. Name another supervisor on this case first.'
      : `One of these must agree: ${others.join(', ')}. They are told at once.`}
  </p>
)
