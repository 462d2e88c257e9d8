import { caseIdOf } from './cases.ts'
import { ago, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { userIdOf } from './personas.ts'
import type { SealRequest } from './rows.ts'

/** One that waits for a second person: both supervisors are named on the case. */
export const sealRequestRows = (seed: string, today: Today): SealRequest[] => [
  {
    id: idOf(seed, 'seal request', 'seal-asked'),
    case_id: caseIdOf(seed, 'seal-asked'),
    wanted: 'sealed',
    why: 'A colleague of another team is named in the allegation and could learn of the case.',
    asked_by: userIdOf('supervisor', seed),
    asked_at: ago(today, 1, '16:05'),
  },
]
