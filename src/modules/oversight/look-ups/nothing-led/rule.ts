import { dayInWords } from '../../../../platform/web/words/dates.ts'
import { counted, listInWords } from '../../../../platform/web/words/numbers.ts'
import { inOrder, nanoseconds, spanOf, type Finding, type Look } from '../finding.ts'

/** What leads, or led, from a colleague to a record: a posting, a share, and so on. */
export interface Way {
  kind: 'team' | 'earlier-team' | 'area' | 'own' | 'named' | 'share' | 'break-glass'
  from: string
  /** From this moment on it leads nowhere; null while it holds. */
  until: string | null
}

/** Somebody opened or changed a record. */
export interface RecordLook extends Look {
  caseId: string | null
  personId: string | null
  /** What led there, at whatever time. */
  ways: readonly Way[]
}

/**
 * Looks at a case or a person to which nothing led at that moment: no posting to its team or to the
 * whole area, no share, no naming, no ownership, no broken glass. A finding for each colleague.
 */
export const nothingLed = (looks: readonly RecordLook[]): Finding[] =>
  [...Map.groupBy(looks.filter(isUnled), ({ userId }) => userId)].flatMap(([about, theirs]) => {
    const ordered = inOrder(theirs)
    if (ordered === null) return []
    return [{ rule: 'nothing-led', about, ...spanOf(ordered), facts: factsOf(ordered) }]
  })

const isUnled = ({ at, ways }: RecordLook): boolean => !ways.some(way => leads(way, at))

/** From its first moment, up to and without its last. */
export function leads({ from, until }: Way, at: string): boolean {
  const moment = nanoseconds(at)
  return nanoseconds(from) <= moment && (until === null || moment < nanoseconds(until))
}

function factsOf(looks: readonly RecordLook[]): string[] {
  const records = listInWords([
    ...some(new Set(looks.flatMap(({ caseId }) => caseId ?? [])).size, 'case'),
    ...some(
      new Set(looks.flatMap(({ personId }) => personId ?? [])).size,
      'record of a person',
      'records of people',
    ),
  ])
  return [`${counted(looks.length, 'look')}, at ${records}.`, ...ended(looks)]
}

const some = (n: number, one: string, many?: string): string[] =>
  n === 0 ? [] : [counted(n, one, many)]

/** What had led there until shortly before says where an explanation may be found. */
function ended(looks: readonly RecordLook[]): string[] {
  const over = looks.flatMap(({ at, ways }) =>
    ways.flatMap(({ kind, until }) =>
      until !== null && nanoseconds(until) <= nanoseconds(at)
        ? [`${words[kind]} ended on ${dayOf(until)}`]
        : [],
    ),
  )
  const said = [...new Set(over)].slice(0, 3)
  return said.length === 0 ? ['Nothing led there before either.'] : [`${listInWords(said)}.`]
}

const dayOf = (moment: string): string =>
  dayInWords(Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London').toPlainDate())

const words: Readonly<Record<Way['kind'], string>> = {
  team: 'A posting to the team',
  'earlier-team': 'A posting to another team, which may have had the case then,',
  area: 'A posting to the whole area',
  own: 'Ownership of the case',
  named: 'Naming on the case',
  share: 'A share',
  'break-glass': 'A broken glass',
}
