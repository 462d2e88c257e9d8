import { caseCode, caseIdOf } from './cases.ts'
import { ago, type Today } from './days.ts'
import { idOf } from './identity.ts'
import type { AgencyCode } from './partnership.ts'
import { userIdOf } from './personas.ts'
import type { Lease, Share } from './rows.ts'

/** One case, shared with an agency or one person, from and until so many days ago. */
interface Sharing {
  caseCode: string
  with: { agency: AgencyCode } | { user: string }
  from: number
  until: number
  /** How many days ago it was ended before its time; null where it runs or ran to its end. */
  ended: number | null
}

const sharing = (
  code: string,
  recipient: Sharing['with'],
  [from, until]: readonly [number, number],
  ended: number | null = null,
): Sharing => ({ caseCode: code, with: recipient, from, until, ended })

/** Ordinary sharing of the last weeks, by the number of the case, beside what shows a rule. */
const sharings: readonly Sharing[] = [
  sharing('shared-agency', { agency: 'care' }, [40, -30]),
  sharing('shared-person', { user: 'practitioner-2' }, [20, -10]),
  sharing('share-expired', { agency: 'health' }, [45, 1]),
  sharing('high-profile', { agency: 'care' }, [35, -20]),
  sharing(caseCode(18), { agency: 'care' }, [60, -25]),
  sharing(caseCode(20), { agency: 'schools' }, [58, -28]),
  sharing(caseCode(21), { agency: 'health' }, [62, -20]),
  sharing(caseCode(26), { agency: 'probation' }, [50, -15]),
  sharing(caseCode(28), { agency: 'lantern' }, [55, -14]),
  sharing(caseCode(29), { agency: 'care' }, [48, -21], 12),
  sharing(caseCode(33), { agency: 'schools' }, [44, 14]),
  sharing(caseCode(34), { agency: 'probation' }, [61, -12]),
  sharing(caseCode(36), { agency: 'lantern' }, [64, -9]),
  sharing(caseCode(42), { user: 'kettlewell' }, [30, -7]),
  sharing(caseCode(44), { agency: 'health' }, [38, -30]),
]

const leaseId = (seed: string, { caseCode: code }: Sharing): string =>
  idOf(seed, 'lease', `share/${code}`)

export const shareLeases = (seed: string, today: Today): Lease[] =>
  sharings.map(one => ({
    id: leaseId(seed, one),
    kind: 'share',
    holder_user: 'user' in one.with ? userIdOf(one.with.user, seed) : null,
    holder_agency: 'agency' in one.with ? idOf(seed, 'agency', one.with.agency) : null,
    from_at: ago(today, one.from, '14:00'),
    until_at: ago(today, one.until, '17:00'),
    ended_at: one.ended === null ? null : ago(today, one.ended, '12:30'),
  }))

export const shareRows = (
  seed: string,
  today: Today,
  owners: ReadonlyMap<string, string | null>,
): Share[] =>
  sharings.map(one => ({
    id: idOf(seed, 'share', one.caseCode),
    case_id: caseIdOf(seed, one.caseCode),
    lease_id: leaseId(seed, one),
    legal_basis:
      'user' in one.with ? 'Children Act 1989 section 17' : 'Children Act 1989 section 47',
    why: 'Joint enquiry: the recipient knows the family and takes part in the plan.',
    shared_by: owners.get(caseIdOf(seed, one.caseCode)) ?? userIdOf('supervisor', seed),
    shared_at: ago(today, one.from, '14:00'),
  }))
