import { chanceOf } from './chance.ts'
import { daysAgo } from './days.ts'
import { idOf } from './identity.ts'
import { known, personIdOf, type Of } from './people.ts'
import { householdIn, type Household } from './person-sketch.ts'
import type { Address } from './rows.ts'

/** Where people live, and for some of them where they lived before. */
export const addressRows = (of: Of): Address[] =>
  known(of).flatMap(({ person, onCase }) => {
    const chance = chanceOf(`${of.seed}/address/${person.code}`)
    const moved = chance.inHundred(15) ? daysAgo(of.today, 200 + chance.below(900)) : null
    const row = (
      household: Household,
      { from, until }: Record<'from' | 'until', string | null>,
    ) => ({
      id: idOf(of.seed, 'address', `${person.code}/${until ?? 'now'}`),
      person_id: personIdOf(of.seed, person.code),
      ...household,
      from_on: from,
      until_on: until,
      source: onCase.team_id === idOf(of.seed, 'team', 'hub') ? 'referral' : 'police record',
    })
    const now = row(person.household, { from: moved, until: null })
    if (moved === null) return [now]
    return [row(householdIn(chance), { from: null, until: moved }), now]
  })
