import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import type { Kept, Lift } from '../../../casework/index.ts'

export interface KeptProps {
  kept: readonly Kept[]
  lifts: readonly Lift[]
}

/** Who can no longer break the glass, and who could not and now can; nothing while there is neither. */
export const KeptFromGlass = ({ kept, lifts }: KeptProps) => (
  <>
    {kept.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Kept from breaking the glass</h2>
        <StackedTable
          caption="Kept from breaking the glass"
          captionClasses="govuk-visually-hidden"
          classes="turnstone-log"
          head={['Who', 'Not justified, in 12 months', 'Latest'].map(text => ({ text }))}
          rows={kept.map(one => [
            { text: <KeptOne {...one} /> },
            counted(one.found, 'review'),
            momentInWords(one.latest),
          ])}
        />
      </>
    )}
    {lifts.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Let break it again</h2>
        <StackedTable
          caption="Let break it again"
          captionClasses="govuk-visually-hidden"
          classes="turnstone-log"
          head={['Who', 'Why', 'By'].map(text => ({ text }))}
          rows={lifts.map(({ who, why, by, liftedAt }) => [
            who,
            { text: <span class="turnstone-typed">{why}</span> },
            `${by}, ${momentInWords(liftedAt)}`,
          ])}
        />
      </>
    )}
  </>
)

const KeptOne = ({ userId, who, agency, inLine }: Kept) => (
  <div>
    <a class="govuk-link" href={`/oversight/glass/kept/${userId}`}>
      {who}
    </a>
    <span class="turnstone-aside">{agency}</span>
    {inLine && <span class="turnstone-aside">You, or your line: for another auditor</span>}
  </div>
)
