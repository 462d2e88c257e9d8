import type { ComponentChildren } from 'preact'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import type { Case } from '../cases/case.ts'
import { whyInWords, type Reach } from './reach.ts'
import { BlockedList, GlassList, ShareList } from './reach-lists.tsx'

export interface WhoSeesProps {
  case: Case
  reach: Reach
  /** Roles of whoever reads. */
  roles: readonly string[]
}

/** Who sees a case and why; what may be changed about it is offered to whoever may. */
export const WhoSees = ({ case: one, reach, roles }: WhoSeesProps) => {
  const governs = one.changeable && roles.includes('supervisor')
  const at = `/cases/${one.reference}`
  return (
    <section aria-labelledby="who-sees" class="turnstone-who-sees">
      <h2 class="govuk-heading-m" id="who-sees">
        Who sees this case
      </h2>
      <p class="govuk-body">You see it {whyInWords[one.allowedBy]}.</p>
      <SummaryList
        rows={[
          row('In general', inGeneral(one), governs && sensitivityActions(one, at)),
          row(
            'Team',
            `${one.team}, ${one.agency}`,
            governs && [act(`${at}/team`, 'Give', ' to another team')],
          ),
          row(
            'Named',
            reach.named.map(({ who, agency }) => `${who}, ${agency}`).join('; ') || 'Nobody',
            governs && [act(`${at}/named`, 'Change', ' who is named')],
          ),
          row(
            'Shared with',
            <ShareList reach={reach} at={at} changeable={one.changeable} />,
            one.changeable &&
              one.sensitivity !== 'sealed' && [act(`${at}/shares/new`, 'Share', ' this case')],
          ),
          reach.glass.length > 0 && row('Glass broken by', <GlassList glass={reach.glass} />),
          one.changeable &&
            row(
              'Blocked',
              <BlockedList blocks={reach.blocks} at={at} governs={governs} />,
              governs && [act(`${at}/blocks/new`, 'Block', ' a colleague')],
            ),
        ]}
      />
      {reach.seal !== null && <SealAsked seal={reach.seal} at={at} governs={governs} />}
    </section>
  )
}

const inGeneral = ({ sensitivity }: Case): string =>
  ({
    ordinary: 'Ordinary: its team, and postings that reach the whole area',
    restricted: 'Restricted: named people, and single people with whom it is shared',
    sealed: 'Sealed: named people, and nobody else learns that it exists',
  })[sensitivity]

const sensitivityActions = ({ sensitivity }: Case, at: string) =>
  sensitivity === 'sealed'
    ? [act(`${at}/seal`, 'Unseal', ' this case')]
    : [act(`${at}/sensitivity`, 'Change', ' who sees it'), act(`${at}/seal`, 'Seal', ' this case')]

const SealAsked = ({
  seal,
  at,
  governs,
}: {
  seal: Reach['seal']
  at: string
  governs: boolean
}) => (
  <p class="govuk-body">
    {seal?.who} asks a second supervisor about the seal of this case.{' '}
    {governs && (
      <a class="govuk-link" href={`${at}/seal/decision`}>
        Read the request
      </a>
    )}
  </p>
)

interface Act {
  href: string
  text: string
  visuallyHiddenText: string
}

const act = (href: string, text: string, about: string): Act => ({
  href,
  text,
  visuallyHiddenText: about.trim(),
})

const row = (key: string, value: ComponentChildren, acts: readonly Act[] | false = false) => ({
  key: { text: key },
  value: { text: value },
  ...(acts === false ? {} : { actions: { items: acts } }),
})
