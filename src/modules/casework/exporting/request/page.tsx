import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { summaryOf } from '../../../../platform/web/forms/error-summary.tsx'
import type { FieldError } from '../../../../platform/web/form.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { stateOf, type ExportRequest, type ExportRules } from '../export.ts'
import { Downloads } from './downloads.tsx'
import { ExportFacts } from './facts.tsx'

export interface RequestModel {
  request: ExportRequest
  rules: ExportRules
  /** To whoever asked; to whoever may decide or did; or to somebody who oversees. */
  to: 'asker' | 'second person' | 'auditor'
  /** How many cases whoever reads may still take out in these 24 hours. */
  left: number
  token: string
  errors: readonly FieldError[]
}

export const requestPage = (model: RequestModel): PageAnswer => ({
  title: 'Cases as a file',
  breadcrumbs: exportCrumbs,
  error: summaryOf(model.errors),
  children: (
    <>
      <ExportFacts {...model} exactly={model.to !== 'second person'} />
      <Next {...model} />
      <Downloads {...model} exactly={model.to !== 'second person'} />
    </>
  ),
})

export const exportCrumbs = [{ text: 'Exports', href: '/exports' }]

const Next = (model: RequestModel) => {
  const state = stateOf(model.request, model.rules.times)
  if (model.to === 'second person' && state === 'waiting')
    return <Button text="Decide" href={`/exports/${model.request.id}/decision`} />
  if (model.to !== 'asker') return null
  if (state === 'waiting')
    return <p class="govuk-body">You are told in your inbox when a second person has decided.</p>
  return state === 'ready' ? <Take {...model} /> : null
}

const Take = ({ request, rules, left, token }: RequestModel) => (
  <form method="post" action={`/exports/${request.id}/file`} class="turnstone-prose">
    <input type="hidden" name="_token" value={token} />
    <ul class="govuk-list govuk-list--bullet">
      <li>The file holds what you reach at the moment when you take it.</li>
      <li>
        You can take it {counted(rules.times - request.downloads.length, 'more time', 'more times')}
        , and {counted(left, 'more case')} in all within 24 hours.
      </li>
      <li>It says who took it, when, why and who agreed. Each case in it is in the audit log.</li>
      <li>It is personal data. Keep it where the purpose needs it, and delete it afterwards.</li>
    </ul>
    <Button text="Take the file" preventDoubleClick />
  </form>
)
