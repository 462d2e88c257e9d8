import { ago, minutesAfter, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { forceArea } from './partnership.ts'
import { userIdOf } from './personas.ts'
import type { Case, ExportNotice, ExportRequest } from './rows.ts'

/** Agreed to late yesterday, so that it may be taken on the whole first day. */
const agreedAt = '23:30'

/** Cases as a file: one that the analyst may take, one that waits for a second supervisor. */
export function exportRows(seed: string, today: Today, cases: readonly Case[]): ExportRequest[] {
  const north = idOf(seed, 'team', 'north')
  const open = cases.filter(one => one.closed_on === null && one.sensitivity === 'ordinary')
  const same = {
    ...{ area_id: forceArea(seed).id, state: 'open', sensitivity: 'ordinary' },
    ...{ own: false, by_name: false, lapses_at: ago(today, -6) },
  }
  return [
    {
      ...{ id: idOf(seed, 'export', 'agreed'), ...same, type: 'online abuse', team_id: null },
      purpose: 'problem-profile',
      why: 'The profile of online abuse for the winter needs the open cases of all teams.',
      counted: open.filter(({ type }) => type === 'online abuse').length,
      asked_by: userIdOf('analyst', seed),
      asked_at: ago(today, 1, '10:20'),
      decided_by: userIdOf('supervisor-2', seed),
      decided_at: ago(today, 1, agreedAt),
      agreed: true,
      until_at: minutesAfter(ago(today, 1, agreedAt), 24 * 60),
    },
    {
      ...{ id: idOf(seed, 'export', 'waiting'), ...same, type: '', team_id: north },
      purpose: 'team-review',
      why: 'To go through all open cases of the team at the quarterly review.',
      counted: open.filter(one => one.team_id === north).length,
      asked_by: userIdOf('supervisor', seed),
      asked_at: ago(today, 1, '15:10'),
      ...{ decided_by: null, decided_at: null, agreed: null, until_at: null },
    },
  ]
}

/** The supervisors of the other lines are told of what waits, and the analyst of what was agreed to. */
export const exportNotices = (seed: string, today: Today): ExportNotice[] => [
  ...['supervisor-2', 'trevanion', 'wadsley', 'birkinshaw'].map(user =>
    notice(seed, { user, kind: 'export-asked', about: 'waiting', at: ago(today, 1, '15:10') }),
  ),
  notice(seed, {
    user: 'analyst',
    kind: 'export-decided',
    about: 'agreed',
    at: ago(today, 1, agreedAt),
  }),
]

const notice = (
  seed: string,
  { user, kind, about, at }: { user: string; kind: string; about: string; at: string },
): ExportNotice => ({
  id: idOf(seed, 'notice', `${kind}/${about}/${user}`),
  user_id: userIdOf(user, seed),
  kind,
  export_id: idOf(seed, 'export', about),
  told_at: at,
})
