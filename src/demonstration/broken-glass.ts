import { caseIdOf } from './cases.ts'
import { at, daysAgo, minutesAfter, weekdaysAfter, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { userIdOf } from './personas.ts'
import type { PlantedCode } from './arranged-cases.ts'
import type { Glass, Lease, Notice } from './rows.ts'

interface Breaking {
  caseCode: PlantedCode
  user: string
  /** How many days ago, and when. */
  days: number
  time: string
  category: string
  reason: string
  reviewed: boolean
  /** Who was told at once: the owner of the case and the supervisor of its team. */
  told: readonly string[]
}

/** One reviewed, one waiting and in time, one overdue. A review is due within three working days. */
const breakings: readonly Breaking[] = [
  {
    caseCode: 'glass-reviewed',
    user: 'investigator',
    ...{ days: 15, time: '21:40', category: 'a child in danger now', reviewed: true },
    reason:
      'Child of this case found at an address that my team was visiting; needed the safety plan.',
    told: ['quarmby', 'trevanion'],
  },
  {
    caseCode: 'glass-waiting',
    user: 'supervisor',
    ...{ days: 1, time: '20:10', category: 'out-of-hours cover', reviewed: false },
    reason:
      'Covering both exploitation teams overnight; call from the hospital about a child of this case.',
    told: ['hallowes', 'supervisor-2'],
  },
  {
    caseCode: 'glass-overdue',
    user: 'practitioner-2',
    ...{ days: 12, time: '16:25', category: 'a suspect being dealt with now', reviewed: false },
    reason: 'Ward needs to know today who may visit; nobody of the team could be reached.',
    told: ['uttley', 'wadsley'],
  },
]

const brokenAt = ({ days, time }: Breaking, today: Today): string => at(daysAgo(today, days), time)
const glassId = (seed: string, { caseCode }: Breaking): string => idOf(seed, 'glass', caseCode)
const leaseId = (seed: string, { caseCode }: Breaking): string =>
  idOf(seed, 'lease', `glass/${caseCode}`)

export const glassLeases = (seed: string, today: Today): Lease[] =>
  breakings.map(one => ({
    id: leaseId(seed, one),
    kind: 'break-glass',
    holder_user: userIdOf(one.user, seed),
    holder_agency: null,
    from_at: brokenAt(one, today),
    until_at: minutesAfter(brokenAt(one, today), 60),
    ended_at: null,
  }))

export const glassRows = (seed: string, today: Today): Glass[] =>
  breakings.map(one => ({
    id: glassId(seed, one),
    case_id: caseIdOf(seed, one.caseCode),
    lease_id: leaseId(seed, one),
    user_id: userIdOf(one.user, seed),
    category: one.category,
    reason: one.reason,
    broken_at: brokenAt(one, today),
    review_by: weekdaysAfter(daysAgo(today, one.days), 3),
    ...(one.reviewed ? reviewOf(seed, one, today) : notReviewed),
  }))

const notReviewed = { reviewed_by: null, reviewed_at: null, finding: null, review: null }

const reviewOf = (seed: string, one: Breaking, today: Today) => ({
  reviewed_by: userIdOf('standards-auditor', seed),
  reviewed_at: reviewedAt(one, today),
  finding: 'justified',
  review: 'The call record agrees with the reason. Only the safety plan was opened.',
})

const reviewedAt = ({ days }: Breaking, today: Today): string =>
  at(weekdaysAfter(daysAgo(today, days), 2), '10:30')

/** Owner, supervisor and standards auditors were told at once; the reviewed one was told of the review. */
export const glassNotices = (seed: string, today: Today): Notice[] =>
  breakings.flatMap(one => {
    const notice = (user: string, kind: string, told: string): Notice => ({
      id: idOf(seed, 'notice', `${kind}/${one.caseCode}/${user}`),
      user_id: userIdOf(user, seed),
      kind,
      case_id: caseIdOf(seed, one.caseCode),
      glass_id: glassId(seed, one),
      told_at: told,
      seen_at: one.reviewed ? minutesAfter(told, 600) : null,
    })
    const auditors = ['standards-auditor', 'standards-auditor-2']
    return [
      ...[...one.told, ...auditors].map(user => notice(user, 'glass-broken', brokenAt(one, today))),
      ...(one.reviewed ? [notice(one.user, 'glass-reviewed', reviewedAt(one, today))] : []),
    ]
  })
