import { caseIdOf } from './cases.ts'
import { ago, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { personIdOf } from './people.ts'
import { userIdOf } from './personas.ts'
import type { PlantedPerson } from './arranged-people.ts'
import type { Block } from './rows.ts'

/** Conflicts of interest: one with a case, one with a person who is on two. */
export function blockRows(seed: string, today: Today): Block[] {
  const blocked = { blocked_by: userIdOf('supervisor', seed), blocked_at: ago(today, 70, '15:20') }
  const person: PlantedPerson = 'blocked-for-analyst'
  return [
    {
      id: idOf(seed, 'block', 'case'),
      case_id: caseIdOf(seed, 'blocked'),
      person_id: null,
      user_id: userIdOf('investigator', seed),
      why: 'Lives in the same street as a witness and has said so.',
      ...blocked,
    },
    {
      id: idOf(seed, 'block', 'person'),
      case_id: null,
      person_id: personIdOf(seed, person),
      user_id: userIdOf('analyst', seed),
      why: 'Coaches the sports team of this child and has said so.',
      ...blocked,
    },
  ]
}
