import type { ComponentChildren } from 'preact'
import type { Case } from '../cases/case.ts'
import { BlockedList, GlassList, ShareList } from './reach-lists.tsx'
import type { Reach } from './reach.ts'

export interface WhoSeesFacts {
  one: Case
  reach: Reach
  /** Whether the reader decides who sees the case. */
  governs: boolean
  /** Address of the case. */
  at: string
}

/** What holds for everybody: sensitivity and team. */
export const generalRows = ({ one, governs, at }: WhoSeesFacts) => [
  row('Sensitivity', sensitivityInWords[one.sensitivity], governs && sensitivityActs(one, at)),
  row(
    'Team',
    `${one.team}, ${one.agency}`,
    governs && [act(`${at}/team`, 'Give', 'to another team')],
  ),
]

/** Who is let in beside them. */
export const letInRows = ({ one, reach, governs, at }: WhoSeesFacts) => [
  row(
    'Named',
    reach.named.map(({ who, agency }) => `${who}, ${agency}`).join('; ') || 'Nobody',
    governs && [act(`${at}/named`, 'Change', 'who is named')],
  ),
  row(
    'Shared with',
    <ShareList one={one} shares={reach.shares} at={at} />,
    one.changeable &&
      one.sensitivity !== 'sealed' && [act(`${at}/shares/new`, 'Share', 'this case')],
  ),
  reach.glass.length > 0 && row('Glass broken by', <GlassList glass={reach.glass} />),
]

/** Who is kept out, for those alone who may change the case. */
export const keptOutRows = ({ one, reach, governs, at }: WhoSeesFacts) => [
  one.changeable &&
    row(
      'Blocked',
      <BlockedList blocks={reach.blocks} at={at} governs={governs} />,
      governs && [act(`${at}/blocks/new`, 'Block', 'a colleague')],
    ),
]

const sensitivityInWords: Readonly<Record<Case['sensitivity'], string>> = {
  ordinary: 'Ordinary: its team, and postings that reach the whole area',
  restricted: 'Restricted: named people, and single people with whom it is shared',
  sealed: 'Sealed: named people, and nobody else learns that it exists',
}

const sensitivityActs = ({ sensitivity }: Case, at: string) =>
  sensitivity === 'sealed'
    ? [act(`${at}/seal`, 'Unseal', 'this case')]
    : [act(`${at}/sensitivity`, 'Change', 'who sees it'), act(`${at}/seal`, 'Seal', 'this case')]

const act = (href: string, text: string, about: string) => ({
  href,
  text,
  visuallyHiddenText: about,
})

const row = (
  key: string,
  value: ComponentChildren,
  acts: readonly ReturnType<typeof act>[] | false = false,
) => ({
  key: { text: key },
  value: { text: value },
  ...(acts === false ? {} : { actions: { items: acts } }),
})
