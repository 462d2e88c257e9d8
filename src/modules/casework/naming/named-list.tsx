import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { ReachRow } from '../reach/reach.ts'

/** Who is named now, each with the way to end it. */
export const NamedList = ({
  reference,
  named,
}: {
  reference: string
  named: readonly ReachRow[]
}) =>
  named.length === 0 ? (
    <p class="govuk-body">Nobody is named on this case.</p>
  ) : (
    <StackedTable
      caption="Named now"
      captionClasses="govuk-table__caption--m"
      head={[{ text: 'Name' }, { text: 'Agency' }, { text: 'Since' }, { text: 'Change' }]}
      rows={named.map(({ userId, who, agency, since, by }) => [
        { text: who },
        { text: agency },
        { text: `${momentInWords(since)}, by ${by}` },
        {
          text: (
            <a class="govuk-link" href={`/cases/${reference}/named/${userId ?? ''}/end`}>
              Take the name away<span class="govuk-visually-hidden">: {who}</span>
            </a>
          ),
        },
      ])}
    />
  )
