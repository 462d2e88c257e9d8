import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import type { Case } from '../../cases/case.ts'
import { crumbsOf } from '../../reach/crumbs.ts'
import type { SealRequest } from '../queries.ts'
import { sealingMeans, wantedInWords } from '../words.ts'

export interface DecisionModel {
  case: Case
  /** The newest request, decided or not; null when nobody ever asked. */
  asked: SealRequest | null
  /** Whether whoever reads this asked it. */
  own: boolean
}

export const decisionPage = (
  { case: one, asked, own }: DecisionModel,
  shown: Shown,
): PageAnswer => ({
  title: 'A request that needs a second supervisor',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  children: asked === null ? <p class="govuk-body">Nobody asks for anything.</p> : body(asked),
  ...(asked?.agreed === null && !own ? { children: undecided(asked, shown) } : {}),
})

/** What was asked, where there is nothing to decide for whoever reads it. */
const body = (asked: SealRequest) => (
  <>
    <Said asked={asked} />
    <p class="govuk-body">
      {asked.agreed === null
        ? 'You asked this yourself, so another supervisor who may change the case must decide.'
        : `${asked.decider ?? ''} ${asked.agreed ? 'agreed' : 'did not agree'}.`}
    </p>
  </>
)

const undecided = (asked: SealRequest, shown: Shown) => (
  <div class="turnstone-prose">
    <Form shown={shown}>
      <Said asked={asked} />
      {sealingMeans[asked.wanted].map(said => (
        <p key={said} class="govuk-body">
          {said.replace('You and the supervisor who agrees', `You and ${asked.asker}`)}
        </p>
      ))}
      <input type="hidden" name="request" value={asked.id} />
      <Radios
        fieldset={{ legend: { text: 'Do you agree?', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          { value: 'agree', text: 'Yes' },
          { value: 'refuse', text: 'No' },
        ]}
        {...fieldOf(shown, 'decision')}
      />
      <Button text="Decide" preventDoubleClick />
    </Form>
  </div>
)

const Said = ({ asked }: { asked: SealRequest }) => (
  <>
    <p class="govuk-body">
      At {momentInWords(asked.askedAt)} {asked.asker} asked to {wantedInWords[asked.wanted]}:
    </p>
    <InsetText>{asked.why}</InsetText>
  </>
)
