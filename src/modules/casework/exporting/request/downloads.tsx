import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { withThousands } from '../../../../platform/web/words/numbers.ts'
import type { ExportRequest } from '../export.ts'
import { aboutHowMany } from '../words.ts'

interface DownloadsProps {
  request: ExportRequest
  /** Whether the reader may know how many cases, or only about how many. */
  exactly: boolean
}

/** Each file that was taken, by the digest that anybody can make of it again. */
export const Downloads = ({ request: { asked, downloads }, exactly }: DownloadsProps) => (
  <>
    <h2 class="govuk-heading-m">Files that were taken</h2>
    {downloads.length === 0 ? (
      <p class="govuk-body">None yet.</p>
    ) : (
      <StackedTable
        caption="Files that were taken"
        captionClasses="govuk-visually-hidden"
        head={['When', 'Cases', 'SHA-256 of the file'].map(text => ({ text }))}
        rows={downloads.map(({ takenAt, cases, digest }) => [
          { text: momentInWords(takenAt) },
          { text: exactly ? withThousands(cases) : aboutHowMany({ asked, counted: cases }) },
          { text: <code class="turnstone-log__id">{digest}</code> },
        ])}
      />
    )}
  </>
)
