import { InsetText } from '../../../../platform/web/components/inset-text.tsx'
import { SummaryList } from '../../../../platform/web/components/summary-list.tsx'
import { counted, withThousands } from '../../../../platform/web/words/numbers.ts'
import { columns } from '../columns.ts'
import type { AskModel } from './read.ts'

/** What the file would hold, said before anybody asks for it. */
export const InTheFile = ({ asked, fits, rules }: AskModel) => (
  <>
    <h2 class="govuk-heading-m">What is in it</h2>
    <SummaryList
      rows={[
        { key: { text: 'Cases' }, value: { text: howMany(fits, rules.rows) } },
        {
          key: { text: 'Columns' },
          value: { text: columns.map(({ title }) => title).join(', ') },
        },
        {
          key: { text: 'People' },
          value: {
            text: 'Only how many in which role. No names, births or addresses: a file has no rules of access, and nobody sees who opens it.',
          },
        },
        { key: { text: 'Never' }, value: { text: notInIt[asked.sensitivity] } },
      ]}
    />
    {fits > rules.rows && (
      <InsetText>
        One file holds {counted(rules.rows, 'case')} at most. Choose a state, a type or a team, so
        that fewer fit.
      </InsetText>
    )}
    {fits === 0 && <InsetText>No case fits, so there is nothing to ask for.</InsetText>}
  </>
)

const howMany = (fits: number, most: number): string =>
  fits > most ? `More than ${withThousands(most)}` : counted(fits, 'case')

const notInIt = {
  ordinary: 'Restricted and sealed cases, and what you reach by a share or broken glass alone.',
  restricted:
    'Ordinary and sealed cases, and restricted ones that you reach by a share or broken glass alone. Whoever agrees is told that the cases are restricted.',
} as const
