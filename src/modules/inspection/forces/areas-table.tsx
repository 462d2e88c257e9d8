import { Table } from '../../../platform/web/components/table.tsx'
import { atStart } from '../../../platform/web/words/numbers.ts'
import type { AreaGrade } from '../record/visit.ts'

/** Areas of work, each graded as a whole. There are no counts, so no share and no interval. */
export const AreasTable = ({ areas }: { areas: readonly AreaGrade[] }) => (
  <Table
    caption="Areas of work, each graded as a whole: good, adequate, requires improvement or inadequate"
    captionClasses="govuk-table__caption--s"
    classes="turnstone-table turnstone-table--figures"
    firstCellIsHeader
    head={['Area', 'Grade']}
    rows={areas.map(({ area, grade }) => [
      area === null ? 'An area that the source does not name' : atStart(area),
      atStart(grade),
    ])}
  />
)
