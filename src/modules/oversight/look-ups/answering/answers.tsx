import { Tag } from '../../../../platform/web/components/tag.tsx'
import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { shortCode } from '../../entries/entry.ts'
import { ruleWords } from '../rule-words.ts'
import type { Answer } from './queries.ts'

export const Answers = ({ answers }: { answers: readonly Answer[] }) =>
  answers.length === 0 ? (
    <p class="govuk-body">Nothing was answered yet.</p>
  ) : (
    <StackedTable
      caption="Answered"
      captionClasses="govuk-visually-hidden"
      classes="turnstone-log"
      head={['Who', 'Rule', 'Answer', 'By'].map(text => ({ text }))}
      rows={answers.map(one => [
        { text: one.who ?? `Person ${shortCode(one.about)}` },
        { text: `${ruleWords[one.rule].title}: ${counted(one.entries, 'entry', 'entries')}` },
        {
          text: (
            <div>
              <Tag
                text={one.verdict === 'explained' ? 'Explained' : 'Passed on'}
                classes={one.verdict === 'explained' ? 'govuk-tag--green' : 'govuk-tag--orange'}
              />
              <span class="turnstone-aside turnstone-typed">{one.reason}</span>
            </div>
          ),
        },
        { text: `${one.answeredBy}, ${momentInWords(one.answeredAt)}` },
      ])}
    />
  )
