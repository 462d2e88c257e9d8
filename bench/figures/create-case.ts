/** Opening a case with a person on it, access and audit on, against the same bare inserts. */
import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { addCase, addToCase } from '../../src/modules/casework/cases/queries.ts'
import { addPerson } from '../../src/modules/people/persons/queries.ts'
import { referenceOf } from '../../src/methods/references/reference.ts'
import { append } from '../../src/platform/audit/queries.ts'
import { openDoor, type Door } from '../../src/platform/db/door.ts'
import type { Bench } from '../bench.ts'
import type { Figure, Measured } from '../figure.ts'
import { session } from '../million/pairs.ts'
import { takingTurns } from '../samples.ts'
import { signIn, type Visitor } from '../visitor.ts'
import { connections } from './audit-rates.ts'

export const createCase: Figure = {
  name: 'create-case',
  what: 'Opening a case with a person on it in one transaction, access and audit on, against the same bare inserts',
  must: '<= 4 times and <= 8 ms',
  measure,
}

const rounds = 200
const warmUp = 20

async function measure(bench: Bench): Promise<Measured> {
  const { port } = await bench.running()
  const roles = await connections(bench)
  const visitor = await signIn(port, 'investigator')
  const door = openDoor(roles.app, { size: 1 })
  const bare = await session({ ...roles.superuser, database: roles.app.database })
  try {
    const place = await placeOf(bare, visitor)
    const sides = {
      ours: () => timed(() => created(door, visitor, place)),
      baseline: () => timed(() => createdBare(bare, place)),
    }
    await takingTurns(warmUp, sides)
    const { ours, baseline, ratio } = await takingTurns(rounds, sides)
    return {
      is: 'measured',
      value: ours.median,
      baseline: baseline.median,
      unit: 'ms',
      ratio,
      met: ratio <= 4 && ours.median <= 8,
      spread: { value: ours.range, baseline: baseline.range },
      notes: [
        `Medians of ${rounds} pairs on a database that waits for the disk at each commit. Ours go through the door: the session, the case, the person, the name, the place on the case, each under its policies and triggers, and the audit entry. The bare ones are the same four rows with their lists given, prepared, in one transaction, without triggers, foreign keys or row security. The program that runs beside numbers the entries meanwhile.`,
      ],
    }
  } finally {
    await door.close()
    await bare.end()
  }
}

interface Place {
  readonly userId: string
  readonly teamId: string
  readonly areaId: string
  readonly acl: readonly number[]
}

/** A team in which this person may open cases, and the list that its cases get. */
async function placeOf(client: pg.Client, { token }: Visitor): Promise<Place> {
  const { rows } = await client.query<Place>(
    `select p.user_id as "userId", p.team_id as "teamId", s.area_id as "areaId", array[t.principal, a.force_wide] as acl
     from access.session_of($1) s join access.posting p on p.user_id = s.user_id
     join access.team t on t.id = p.team_id join access.force_area a on a.id = s.area_id
     where p.role = 'investigator' and not p.force_wide and p.until_at is null limit 1`,
    [token],
  )
  const [place] = rows
  if (place === undefined) throw new Error('The investigator has no team.')
  // The bare rows go in without triggers and foreign keys.
  await client.query('set session_replication_role = replica')
  return place
}

const about = {
  type: 'missing child',
  summary: 'Referred after a call',
  openedOn: '2026-11-23',
} as const
const source = 'police record'

async function created(door: Door, { token }: Visitor, { teamId, userId }: Place): Promise<void> {
  const caseId = randomUUID()
  await door.writing({ is: 'person', token }, async tx => {
    await addCase(tx, { id: caseId, teamId, ownerId: userId, ...about })
    const personId = await addPerson(tx, {
      name: { kind: 'legal', given: 'Given', family: 'Family', source },
      birth: { precision: 'unknown' },
      sex: 'not known',
    })
    await addToCase(tx, { caseId, personId, role: 'child at risk', source, fromOn: about.openedOn })
    await append(tx, {
      class: 'collection',
      verb: 'case.create',
      outcome: 'done',
      request: randomUUID(),
      case: caseId,
      person: personId,
      allowedBy: 'team',
    })
  })
}

async function createdBare(client: pg.Client, place: Place): Promise<void> {
  const [caseId, personId] = [randomUUID(), randomUUID()]
  const { teamId, userId, areaId, acl } = place
  await client.query('begin')
  await client.query({
    name: 'case',
    text: `insert into casework.case (id, reference, area_id, team_id, owner_id, type, summary, opened_on, acl, created_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5)`,
    values: [
      caseId,
      referenceOf(randomInt(2 ** 35)),
      areaId,
      teamId,
      userId,
      about.type,
      about.summary,
      about.openedOn,
      acl,
    ],
  })
  await client.query({
    name: 'person',
    text: `insert into people.person (id, area_id, created_by) values ($1, $2, $3)`,
    values: [personId, areaId, userId],
  })
  await client.query({
    name: 'name',
    text: `insert into people.name (person_id, kind, given, family, given_key, family_key, source)
      values ($1, 'legal', 'Given', 'Family', 'given', 'family', $2)`,
    values: [personId, source],
  })
  await client.query({
    name: 'place',
    text: `insert into casework.case_person (case_id, person_id, role, source, from_on, added_by)
      values ($1, $2, 'child at risk', $3, $4, $5)`,
    values: [caseId, personId, source, about.openedOn, userId],
  })
  await client.query('commit')
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
