import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { Textarea } from '../../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import type { ExportRequest, ExportRules } from '../export.ts'
import { ExportFacts } from '../request/facts.tsx'
import { exportCrumbs } from '../request/page.tsx'

export interface DecisionModel {
  request: ExportRequest
  rules: ExportRules
}

export const decisionPage = ({ request, rules }: DecisionModel, shown: Shown): PageAnswer => ({
  title: 'Decide whether cases may leave as a file',
  breadcrumbs: exportCrumbs,
  error: errorsOf(shown),
  children: (
    <>
      <ExportFacts request={request} rules={rules} exactly={false} />
      {request.agreed === null && <Decide {...{ rules, shown }} />}
    </>
  ),
})

const Decide = ({ rules, shown }: { rules: ExportRules; shown: Shown }) => (
  <div class="turnstone-prose">
    <Form shown={shown}>
      <p class="govuk-body">
        If you agree, {counted(rules.times, 'time')} within {counted(rules.hours, 'hour')} whoever
        asked may take what they then reach, {counted(rules.rows, 'case')} at most. You are named in
        the file.
      </p>
      <Radios
        fieldset={{ legend: { text: 'Do you agree?', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          { value: 'agree', text: 'Yes' },
          { value: 'decline', text: 'No' },
        ]}
        {...fieldOf(shown, 'decision')}
      />
      <Textarea
        label={{ text: 'What you say to it' }}
        hint={{ text: 'Needed where you decline' }}
        rows={3}
        {...fieldOf(shown, 'reason')}
      />
      <Button text="Decide" preventDoubleClick />
    </Form>
  </div>
)
