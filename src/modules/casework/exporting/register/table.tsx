import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { stateOf, type ExportRequest } from '../export.ts'
import { askedInWords, purposeInWords, stateInWords } from '../words.ts'

export interface RequestsTableProps {
  title: string
  /** What is said where there is none. */
  none: string
  requests: readonly ExportRequest[]
  times: number
  /** Whether the reader may know how many cases were taken. */
  exactly: boolean
}

export const RequestsTable = ({ title, none, requests, times, exactly }: RequestsTableProps) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    {requests.length === 0 ? (
      <p class="govuk-body">{none}</p>
    ) : (
      <StackedTable
        caption={title}
        captionClasses="govuk-visually-hidden"
        head={['What for', 'Asked by', 'Asked at', 'State', 'Taken'].map(text => ({ text }))}
        rows={requests.map(one => [
          {
            text: (
              <div>
                <a class="govuk-link" href={`/exports/${one.id}`}>
                  {purposeInWords[one.purpose]}
                </a>
                <span class="turnstone-aside">{askedInWords(one, { name: true })}</span>
              </div>
            ),
          },
          { text: one.asker },
          { text: momentInWords(one.askedAt) },
          { text: stateInWords[stateOf(one, times)] },
          { text: takenInWords(one, exactly) },
        ])}
      />
    )}
  </>
)

function takenInWords({ downloads }: ExportRequest, exactly: boolean): string {
  if (downloads.length === 0) return 'None'
  const most = Math.max(...downloads.map(({ cases }) => cases))
  return `${counted(downloads.length, 'time')}${exactly ? `, ${counted(most, 'case')} at most` : ''}`
}
