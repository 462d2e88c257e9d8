import type * as Row from '../rows.ts'
import type { LookUp } from './look-up.ts'
import type { Records } from './records.ts'

/** Acts whose rows stand in other tables, and which the log must therefore tell of too. */
export interface Acts {
  shares: readonly Row.Share[]
  leases: readonly Row.Lease[]
  glass: readonly Row.Glass[]
  proposals: readonly Row.Proposal[]
  exports: readonly Row.ExportRequest[]
}

/** Each broken glass, and the case that was opened behind it a few minutes later. */
export const glassBreaking = ({ glass }: Acts, records: Records): LookUp[] =>
  glass.flatMap(({ user_id: user, case_id: caseId, broken_at }) => {
    const opened = { user, caseId, allowedBy: 'break-glass' } as const
    const subjects = records.peopleOf(caseId)
    return [
      { ...opened, ...timeOf(broken_at, 0), verb: 'glass.break' },
      { ...opened, ...timeOf(broken_at, 4), verb: 'case.read', subjects },
    ]
  })

/** Each share, with whoever received it, as far as the history goes back. */
export const sharing = ({ shares, leases }: Acts, from: string): LookUp[] =>
  shares
    .filter(({ shared_at }) => shared_at >= from)
    .map(({ case_id: caseId, lease_id, shared_by: user, shared_at }) => {
      const lease = leases.find(({ id }) => id === lease_id)
      const recipient = lease?.holder_agency ?? lease?.holder_user ?? ''
      return { user, caseId, recipient, ...timeOf(shared_at, 0), verb: 'case.share' }
    })

/** What one administrator has proposed, and the other has not decided yet. */
export const proposing = ({ proposals }: Acts): LookUp[] =>
  proposals.map(({ kind, user_id, proposed_by: user, proposed_at }) => ({
    user,
    ...timeOf(proposed_at, 0),
    verb: kind === 'posting' ? 'posting.propose' : 'opening.propose',
    subjects: user_id === null ? [] : [user_id],
    allowedBy: 'role',
  }))

/** Each request for cases as a file, and what a second person said to it. */
export const exporting = ({ exports }: Acts): LookUp[] =>
  exports.flatMap(({ id, asked_by, asked_at, decided_by, decided_at, agreed, counted }) => {
    const asked: LookUp = {
      ...{ user: asked_by, ...timeOf(asked_at, 0), verb: 'export.ask', allowedBy: 'role' },
      codes: [`export-${id}`, `cases-${counted}`],
    }
    if (decided_by === null || decided_at === null) return [asked]
    const decided: LookUp = {
      ...{ user: decided_by, ...timeOf(decided_at, 0), verb: 'export.decide', allowedBy: 'role' },
      codes: [`export-${id}`, agreed === true ? 'agreed' : 'declined'],
    }
    return [asked, decided]
  })

function timeOf(moment: string, minutes: number): Pick<LookUp, 'day' | 'time'> {
  const later = Temporal.Instant.from(moment).add({ minutes }).toString()
  return { day: later.slice(0, 10), time: later.slice(11, 16) }
}
