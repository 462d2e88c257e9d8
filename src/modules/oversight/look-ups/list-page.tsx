import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { InsetText } from '../../../platform/web/components/inset-text.tsx'
import { SubNavigation } from '../../../platform/web/components/moj-sub-navigation.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { Answers } from './answering/answers.tsx'
import type { Answer } from './answering/queries.ts'
import { Findings } from './findings.tsx'
import { rules } from './finding.ts'
import { spans } from './form.ts'
import type { Span } from './queries.ts'
import type { ToldFinding } from './read.ts'
import { ruleWords } from './rule-words.ts'

export interface LookUpsModel {
  days: (typeof spans)[number]
  findings: readonly ToldFinding[]
  answers: readonly Answer[]
  span: Span
}

export const lookUpsPage = ({ days, findings, answers, span }: LookUpsModel): PageAnswer => ({
  title: 'Look-ups to explain',
  lead: 'What rules found in the audit log. A finding is a question, not a verdict: each says what would explain it.',
  children: (
    <>
      <SubNavigation
        label="How far back"
        classes="turnstone-spans"
        items={spans.map(span => ({
          text: `${span} days`,
          href: `/oversight/look-ups?days=${span}`,
          active: span === days,
        }))}
      />
      {span.isCut && (
        <InsetText
          text={`There are too many entries in ${days} days to look at all of them. The rules looked at those since ${momentInWords(span.since)}; choose fewer days, and look each week.`}
        />
      )}
      {rules.map(rule => (
        <section key={rule}>
          <h2 class="govuk-heading-m">{ruleWords[rule].title}</h2>
          <div class="turnstone-prose">
            <p class="govuk-body">
              {ruleWords[rule].finds} What would explain it: {ruleWords[rule].explained}
            </p>
          </div>
          <Findings days={days} findings={findings.filter(one => one.rule === rule)} />
        </section>
      ))}
      <h2 class="govuk-heading-m">Answered</h2>
      <Answers answers={answers} />
    </>
  ),
})
