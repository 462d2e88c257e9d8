import { SummaryList, type SummaryRow } from '../../../../platform/web/components/summary-list.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { columns } from '../columns.ts'
import { stateOf, type ExportRequest, type ExportRules } from '../export.ts'
import { aboutHowMany, askedInWords, purposeInWords, stateInWords } from '../words.ts'

interface FactsProps {
  request: ExportRequest
  rules: ExportRules
  /** Whoever asked, or oversees, is told how many cases fitted; whoever decides only about how many. */
  exactly: boolean
}

/** What was asked, for what and why, and what a second person said. */
export const ExportFacts = ({ request, rules, exactly }: FactsProps) => (
  <SummaryList
    rows={[
      row('Asked by', `${request.asker}, ${request.agency}`),
      row('Asked at', momentInWords(request.askedAt)),
      row('What for', purposeInWords[request.purpose]),
      row('Why', request.why),
      row('Cases', askedInWords(request, { name: true })),
      row('How many then', exactly ? counted(request.counted, 'case') : aboutHowMany(request)),
      row('Columns', columns.map(({ title }) => title).join(', ')),
      row('State', stateInWords[stateOf(request, rules.times)]),
      ...decision(request),
    ]}
  />
)

const decision = ({ decider, decidedAt, reason, agreed, untilAt }: ExportRequest): SummaryRow[] => [
  ...(decider === null || decidedAt === null
    ? []
    : [
        row(
          agreed === true ? 'Agreed by' : 'Declined by',
          `${decider}, at ${momentInWords(decidedAt)}`,
        ),
      ]),
  ...(reason === null ? [] : [row('What they said', reason)]),
  ...(untilAt === null ? [] : [row('May be taken until', momentInWords(untilAt))]),
]

const row = (key: string, text: string): SummaryRow => ({
  key: { text: key },
  value: { text, classes: 'turnstone-typed' },
})
