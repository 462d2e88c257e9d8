import { closed } from './accounts.ts'
import { ago, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { forceArea } from './partnership.ts'
import { userIdOf } from './personas.ts'
import type { Proposal } from './rows.ts'

/** One that waits for each of the two administrators, proposed by the other. */
export const proposalRows = (seed: string, today: Today): Proposal[] => [
  {
    ...nothing,
    ...proposedAt(seed, today, 'quarmby'),
    kind: 'posting',
    proposed_by: userIdOf('administrator', seed),
    team_id: idOf(seed, 'team', 'online'),
    role: 'investigator',
    force_wide: false,
    until_at: ago(today, -60, '00:00'),
  },
  {
    ...nothing,
    ...proposedAt(seed, today, closed),
    kind: 'opening',
    proposed_by: userIdOf('administrator-2', seed),
  },
]

const proposedAt = (seed: string, today: Today, code: string) => ({
  id: idOf(seed, 'proposal', code),
  area_id: forceArea(seed).id,
  user_id: userIdOf(code, seed),
  proposed_at: ago(today, 1, '15:20'),
  lapses_at: ago(today, -6, '15:20'),
})

const nothing = { team_id: null, role: null, force_wide: null, until_at: null }
