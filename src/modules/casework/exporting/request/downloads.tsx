import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { withThousands } from '../../../../platform/web/words/numbers.ts'
import type { Download } from '../export.ts'

/** Each file that was taken, by the digest that anybody can make of it again. */
export const Downloads = ({ downloads }: { downloads: readonly Download[] }) => (
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
          { text: withThousands(cases) },
          { text: <code class="turnstone-log__id">{digest}</code> },
        ])}
      />
    )}
  </>
)
