import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import type { RoleOnCase } from '../queries.ts'
import { stretchInWords } from '../stretch.ts'

/** The cases of a person that the reader may see; nothing tells whether there are others. */
export const CasesOfPerson = ({ roles }: { roles: readonly RoleOnCase[] }) => (
  <StackedTable
    caption="Cases"
    captionClasses="govuk-table__caption--m"
    head={[{ text: 'Reference' }, { text: 'Summary' }, { text: 'As' }, { text: 'When' }]}
    rows={roles.map(({ reference, summary, role, fromOn, untilOn }) => [
      {
        text: (
          <a class="govuk-link turnstone-reference" href={`/cases/${reference}`}>
            {reference}
          </a>
        ),
      },
      summary,
      role,
      stretchInWords(fromOn, untilOn),
    ])}
  />
)
