import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { errorsOf } from '../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import { EntriesTable, type EntriesProps } from '../entries/entries-table.tsx'
import { AnswerForm } from './answering/answer-form.tsx'
import { peopleInWords, titleOf } from './findings.tsx'
import type { ToldFinding } from './read.ts'
import { ruleWords } from './rule-words.ts'

export interface FindingModel extends EntriesProps {
  finding: ToldFinding
  days: string
}

export const findingPage = (
  { finding, days, ...entries }: FindingModel,
  shown: Shown,
): PageAnswer => ({
  title: titleOf(finding),
  caption: ruleWords[finding.rule].title,
  breadcrumbs: [{ text: 'Look-ups to explain', href: `/oversight/look-ups?days=${days}` }],
  error: errorsOf(shown),
  children: (
    <>
      <div class="turnstone-prose">
        <p class="govuk-body">{ruleWords[finding.rule].finds}</p>
        <p class="govuk-body">
          <strong>What is so:</strong> {finding.facts.join(' ')}
        </p>
        <p class="govuk-body">
          <strong>What would explain it:</strong> {ruleWords[finding.rule].explained}
        </p>
        {finding.rule === 'many-lookers' && <p class="govuk-body">{peopleInWords(finding)}.</p>}
      </div>
      <EntriesTable {...entries} leavesOutWho={finding.rule !== 'many-lookers'} />
      <AnswerForm finding={finding} shown={shown} />
    </>
  ),
})
