import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import type { ListedCase } from './case.ts'
import { SensitivityTag } from './sensitivity-tag.tsx'

export const CasesTable = ({ cases }: { cases: readonly ListedCase[] }) => (
  <StackedTable
    caption="Cases"
    captionClasses="govuk-visually-hidden"
    head={[
      { text: 'Reference' },
      { text: 'Summary' },
      { text: 'Type' },
      { text: 'Team' },
      { text: 'Opened' },
    ]}
    rows={cases.map(one => [
      {
        text: (
          <a class="govuk-link turnstone-reference" href={`/cases/${one.reference}`}>
            {one.reference}
          </a>
        ),
      },
      {
        text: (
          <>
            {one.summary} <SensitivityTag of={one.sensitivity} />
          </>
        ),
      },
      { text: one.type },
      { text: one.team },
      {
        text:
          one.closedOn === null
            ? dayInWords(one.openedOn)
            : `${dayInWords(one.openedOn)}, closed ${dayInWords(one.closedOn)}`,
      },
    ])}
  />
)
