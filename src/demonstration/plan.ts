import { contactRows, postingRows, userRows } from './accounts.ts'
import { addressRows } from './addresses.ts'
import { blockRows } from './blocks.ts'
import { glassLeases, glassNotices, glassRows } from './broken-glass.ts'
import { caseRows } from './cases.ts'
import { castOf } from './cast.ts'
import { snooper } from './colleagues.ts'
import { chanceOf } from './chance.ts'
import type { Today } from './days.ts'
import { exportNotices, exportRows } from './exports.ts'
import { historyRows } from './history/history.ts'
import { nameRows } from './names-of-people.ts'
import { namedRows } from './named.ts'
import { agencyRows, forceArea, teamRows } from './partnership.ts'
import { casePersonRows, identifierRows, personRows } from './people.ts'
import { userIdOf } from './personas.ts'
import { proposalRows } from './proposals.ts'
import { householdIn } from './person-sketch.ts'
import type { Contact } from './rows.ts'
import { sealRequestRows } from './seal-requests.ts'
import { shareLeases, shareRows } from './shares.ts'
import { staffOf } from './staff.ts'

/** Everything that the demonstration holds, in the order in which it can be added. */
export type Plan = ReturnType<typeof planDemonstration>

/**
 * The invented partnership of Ardenshire, worked out from a seed and a day and from nothing else: the
 * same seed gives the same people, ids and references, and all days follow the day that is given.
 */
export function planDemonstration({ seed, today }: { seed: string; today: Today }) {
  const staff = staffOf(seed)
  const contacts = contactRows(seed, staff)
  const cases = caseRows(seed, today, staff)
  const cast = castOf(seed, cases.length, homesOf(seed, contacts))
  const people = { seed, today, cast, cases }
  const owners = new Map(cases.map(one => [one.id, one.owner_id]))
  const facts = {
    area: [forceArea(seed)],
    agencies: agencyRows(seed),
    teams: teamRows(seed),
    users: userRows(seed, today, staff),
    contacts,
    postings: postingRows(seed, today, staff),
    leases: [...shareLeases(seed, today), ...glassLeases(seed, today)],
    persons: personRows(people),
    names: nameRows(people),
    identifiers: identifierRows(people),
    addresses: addressRows(people),
    cases,
    casePersons: casePersonRows(people),
    named: namedRows(seed, today),
    shares: shareRows(seed, today, owners),
    blocks: blockRows(seed, today),
    glass: glassRows(seed, today),
    notices: glassNotices(seed, today),
    sealRequests: sealRequestRows(seed, today),
    exports: exportRows(seed, today, cases),
    exportNotices: exportNotices(seed, today),
    proposals: proposalRows(seed, today),
  }
  return { ...facts, entries: historyRows({ seed, today }, staff, facts) }
}

/** The officer who looks people up has a relation at his own address. */
function homesOf(seed: string, contacts: readonly Contact[]) {
  const postcode = contacts.find(({ user_id }) => user_id === userIdOf(snooper, seed))
  return {
    snooper: { lines: '3 Curlew Steps, Saltwyke', postcode: postcode?.home_postcode ?? 'ZZ11AA' },
    elsewhere: householdIn(chanceOf(`${seed}/elsewhere`)),
  }
}
