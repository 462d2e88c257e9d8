import { chanceOf } from './chance.ts'
import { snooper } from './colleagues.ts'
import { ago, type Today } from './days.ts'
import { idOf } from './identity.ts'
import { postcodeIn, towns } from './places.ts'
import { userIdOf } from './personas.ts'
import type { Contact, Posting, User } from './rows.ts'
import { searchKey } from '../methods/names/search-key.ts'
import type { Worker } from './staff.ts'

/** Whose account has been closed, and who has moved or is still to come. */
export const closed = 'pettifer'
export const moved = 'rusholme'
const toCome = 'ormerod'

/** From when on whoever has worked here always has worked here. */
const longAgo = 900

export const userRows = (seed: string, today: Today, staff: readonly Worker[]): User[] =>
  staff.map(({ code, id, agency, given, family }) => ({
    id,
    agency_id: idOf(seed, 'agency', agency),
    given_name: given,
    family_name: family,
    disabled_at: code === closed ? ago(today, 20, '17:00') : null,
    created_at: ago(today, code === toCome ? 3 : longAgo),
  }))

export function contactRows(seed: string, staff: readonly Worker[]): Contact[] {
  const chance = chanceOf(`${seed}/contacts`)
  return staff.map(({ id, given, family }) => ({
    user_id: id,
    email: `${searchKey(given)}.${searchKey(family)}@ardenshire.example`,
    home_postcode: postcodeIn(chance, chance.pick(towns)),
  }))
}

export function postingRows(seed: string, today: Today, staff: readonly Worker[]): Posting[] {
  const posted = (worker: Worker, more: Partial<Posting> = {}): Posting => ({
    id: idOf(seed, 'posting', `${worker.code}/${more.from_at ?? 'first'}`),
    user_id: worker.id,
    team_id: idOf(seed, 'team', worker.team),
    role: worker.role,
    force_wide: worker.forceWide,
    from_at: ago(today, longAgo, '10:00'),
    until_at: null,
    ...(worker.role === 'administrator' ? byTheProgram : byTwo(seed)),
    ...more,
  })
  return staff.flatMap(worker => [
    posted(worker, startOf(worker, today)),
    ...(worker.code === moved ? [posted(worker, before(seed, today))] : []),
    ...(worker.code === snooper ? [posted(worker, lent(seed, today))] : []),
  ])
}

const byTheProgram = { posted_by: null, agreed_by: null }

const byTwo = (seed: string) => ({
  posted_by: userIdOf('administrator', seed),
  agreed_by: userIdOf('administrator-2', seed),
})

function startOf({ code }: Worker, today: Today): Partial<Posting> {
  if (code === moved) return { from_at: ago(today, 25) }
  return code === toCome ? { from_at: ago(today, -7) } : {}
}

const before = (seed: string, today: Today): Partial<Posting> => ({
  team_id: idOf(seed, 'team', 'north'),
  from_at: ago(today, 700),
  until_at: ago(today, 25),
})

/** The end of this posting was recorded late, so that look-ups after it stand in the log. */
const lent = (seed: string, today: Today): Partial<Posting> => ({
  team_id: idOf(seed, 'team', 'analysis'),
  role: 'analyst',
  force_wide: true,
  from_at: ago(today, 100),
  until_at: ago(today, 30),
})
