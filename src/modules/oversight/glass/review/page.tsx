import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { CharacterCount } from '../../../../platform/web/components/character-count.tsx'
import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { SummaryList } from '../../../../platform/web/components/summary-list.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { shortCode } from '../../entries/entry.ts'
import type { SeenGlass } from '../read.ts'

export const reviewPage = (glass: SeenGlass, shown: Shown): PageAnswer => ({
  title: 'Review of a broken glass',
  breadcrumbs: [{ text: 'Broken glass', href: '/oversight/glass' }],
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <SummaryList
        rows={factsOf(glass).map(([key, text]) => ({ key: { text: key }, value: { text } }))}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/audit-log?record=${glass.caseId}&allowed=break-glass`}>
          What was opened, in the audit log
        </a>
      </p>
      {glass.inLine ? (
        <InsetText text="It is yours, or of somebody in your line. Another standards auditor reviews it." />
      ) : (
        <Form shown={shown}>
          <Radios
            fieldset={{ legend: { text: 'Was breaking the glass justified?' } }}
            items={[
              { value: 'justified', text: 'Yes, justified' },
              { value: 'not justified', text: 'No, not justified' },
            ]}
            {...fieldOf(shown, 'finding')}
          />
          <CharacterCount
            label={{ text: 'What you found' }}
            hint={{ text: '10 to 1,000 characters. Whoever broke the glass is told of it.' }}
            maxlength={1000}
            rows={5}
            {...fieldOf(shown, 'review')}
          />
          <Button text="Record the review" preventDoubleClick />
        </Form>
      )}
    </div>
  ),
})

const factsOf = (glass: SeenGlass): [string, string][] => [
  ['Who', `${glass.who}, ${glass.agency}`],
  ['When', momentInWords(glass.brokenAt)],
  ['Need', glass.category],
  ['Reason given', glass.reason],
  ['Case', shortCode(glass.caseId)],
  ['Opened through it', counted(glass.opened, 'page')],
  ['Review by', dayInWords(glass.reviewBy)],
]
