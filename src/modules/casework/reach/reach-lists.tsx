import type { ComponentChildren } from 'preact'
import { Details } from '../../../platform/web/components/details.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { Case } from '../cases/case.ts'
import { holderOf, type Reach, type ReachRow } from './reach.ts'

export interface ShareListProps {
  one: Pick<Case, 'sensitivity' | 'changeable'>
  shares: Reach['shares']
  /** Address of the case. */
  at: string
}

/** Those with whom a case is shared now, and those with whom it was. */
export const ShareList = ({ one, shares, at }: ShareListProps) => (
  <>
    {shares.live.length === 0 && 'Nobody now'}
    <Listed rows={shares.live}>
      {share => (
        <>
          {holderOf(share)}, until {momentInWords(share.until ?? share.since)} ({share.about})
          {isStopped(one, share) && ', stopped while the case is restricted'}{' '}
          {one.changeable && <End href={`${at}/shares/${share.id}/end`} about={holderOf(share)} />}
        </>
      )}
    </Listed>
    {shares.past.length > 0 && (
      <Details
        summary={`Shares that have ended: ${String(shares.past.length)}`}
        classes="govuk-!-margin-top-2 govuk-!-margin-bottom-0"
      >
        <Listed rows={shares.past}>
          {share => `${holderOf(share)}, until ${momentInWords(share.endedAt ?? share.since)}`}
        </Listed>
      </Details>
    )}
  </>
)

/** A whole agency does not see a restricted case, whatever is left of its share. */
const isStopped = ({ sensitivity }: ShareListProps['one'], { userId }: ReachRow): boolean =>
  sensitivity === 'restricted' && userId === null

export const GlassList = ({ glass }: { glass: readonly ReachRow[] }) => (
  <Listed rows={glass}>
    {({ who, agency, since, about }) =>
      `${who}, ${agency}, at ${momentInWords(since)}: ${about ?? ''}`
    }
  </Listed>
)

export const BlockedList = ({
  blocks,
  at,
  governs,
}: {
  blocks: readonly ReachRow[]
  at: string
  governs: boolean
}) => (
  <>
    {blocks.length === 0 && 'Nobody'}
    <Listed rows={blocks}>
      {({ id, who, about }) => (
        <>
          {about === null ? who : `${who}, from every case of ${about}`}{' '}
          {governs && <End href={`${at}/blocks/${id}/end`} about={`block of ${who}`} />}
        </>
      )}
    </Listed>
  </>
)

const Listed = ({
  rows,
  children,
}: {
  rows: readonly ReachRow[]
  children: (row: ReachRow) => ComponentChildren
}) =>
  rows.length === 0 ? null : (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {rows.map(row => (
        <li key={row.id}>{children(row)}</li>
      ))}
    </ul>
  )

const End = ({ href, about }: { href: string; about: string }) => (
  <a class="govuk-link govuk-!-display-none-print" href={href}>
    End<span class="govuk-visually-hidden">: {about}</span>
  </a>
)
