import { Table, type TableRow } from '../../../platform/web/components/table.tsx'
import { ShareWords } from '../grading/share-words.tsx'
import { nationalRule, type NationalFigure, type NationalKind } from './national.ts'
import { TableRegion } from '../../../platform/web/layout/table-region.tsx'

/** Cases by grade and year of publication, first inspections and reviews apart. */
export const NationalFigures = ({ figures }: { figures: readonly NationalFigure[] }) => (
  <section aria-labelledby="national">
    <h2 class="govuk-heading-m" id="national">
      National figures by year of publication
    </h2>
    <p class="govuk-body">
      {nationalRule} First inspections and reviews are kept apart, because a review may look first
      at what failed before. Each share has a 95% interval (Wilson). The cases were chosen by
      inspectors, so the figures describe these cases only.
    </p>
    <TableRegion label="National figures by year of publication">
      <Table
        classes="turnstone-table"
        caption="Cases graded by inspectors"
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          'Visits published in',
          numeric('Visits'),
          numeric('Cases'),
          numeric('Good'),
          numeric('Requires improvement'),
          numeric('Inadequate'),
        ]}
        rows={figures.map(rowOf)}
      />
    </TableRegion>
  </section>
)

const numeric = (text: string) => ({ text, format: 'numeric' }) as const

const titles: Record<NationalKind, string> = {
  inspection: 'First inspections',
  'post-inspection review': 'Reviews',
}

function rowOf(figure: NationalFigure): TableRow {
  const total = figure.year === null
  const share = (count: number) =>
    ({
      text: ShareWords({ count, of: figure.cases }),
      format: 'numeric',
    }) as const
  return [
    {
      text: total ? (
        <strong>{`${titles[figure.kind]}, all years`}</strong>
      ) : (
        `${titles[figure.kind]}, ${figure.year}`
      ),
    },
    numeric(String(figure.visits)),
    numeric(String(figure.cases)),
    share(figure.good),
    share(figure.requiresImprovement),
    share(figure.inadequate),
  ]
}
