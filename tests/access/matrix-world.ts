import { roles, type Role } from '../../src/platform/access/roles.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'
import type { TestDatabase } from '../builders/database.ts'

/** How a record stands to whoever asks: the columns of the matrix. */
export const relations = [
  'own team',
  'other team',
  'shared',
  'expired share',
  'named, restricted',
  'restricted',
  'sealed',
  'blocked',
  'absent',
] as const
export type Relation = (typeof relations)[number]

/** A case with one child on it, in one relation to everybody of the matrix. */
export interface TestCase {
  id: string
  reference: string
  personId: string
  /** Ids of rows below the case: who is on it, its share, its block, and so on. */
  rows: Readonly<Record<string, string>>
}

/** A person of each role in one team, and a case in each relation to all of them. */
export interface World {
  people: Readonly<Record<Role, TestPerson>>
  cases: Readonly<Record<Relation, TestCase>>
}

export async function matrixWorld(db: TestDatabase): Promise<World> {
  const team = await aTeam(db)
  const [beside, foreign] = [
    await aTeam(db, { beside: team }),
    await aTeam(db, { beside: team, agency: 'new' }),
  ]
  const people = {} as Record<Role, TestPerson>
  for (const role of roles) people[role] = await aPerson(db, { team, role })
  const all = Object.values(people).map(({ id }) => id)
  const opener = await aPerson(db, { team: foreign, role: 'supervisor' })
  const outsider = await aPerson(db, { team: foreign, role: 'practitioner' })
  await asOwner(db, client =>
    client.query(`update platform.setting set value = 1 where name = 'glass-unjustified-limit'`),
  )
  const request = await aRequest(db, await aPerson(db, { team: beside, role: 'analyst' }))
  const made = async (what: Making): Promise<TestCase> => {
    const one = await aCase(db, {
      by: opener.id,
      outsider: outsider.id,
      administrator: people.administrator.id,
      ...what,
    })
    return { ...one, rows: { ...one.rows, request } }
  }
  return {
    people,
    cases: {
      'own team': await made({ team: team.id }),
      'other team': await made({ team: beside.id }),
      shared: await made({ team: foreign.id, sharedWith: team.agencyId }),
      'expired share': await made({ team: foreign.id, sharedWith: team.agencyId, expired: true }),
      'named, restricted': await made({ team: beside.id, sensitivity: 'restricted', named: all }),
      restricted: await made({ team: team.id, sensitivity: 'restricted' }),
      sealed: await made({ team: team.id, sensitivity: 'sealed' }),
      blocked: await made({ team: team.id, blocked: all }),
      absent: nothing,
    },
  }
}

/** Cases that somebody of the agency, in another line, wants to take out as a file. */
const aRequest = (db: TestDatabase, asker: TestPerson): Promise<string> =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `insert into casework.export_request (area_id, state, type, sensitivity, own, by_name, purpose, why, counted, asked_by)
       values ($1, 'open', '', 'ordinary', false, false, 'team-review', 'A good and long reason', 1, $2) returning id`,
      [asker.team.areaId, asker.id],
    )
    return rows[0]!.id
  })

/** Ids and a reference that nothing has. */
const none = '00000000-0000-4000-8000-000000000000'
const nothing: TestCase = {
  id: none,
  reference: 'TS-0000-0000',
  personId: none,
  rows: Object.fromEntries(
    [
      ...['person', 'share', 'named', 'block', 'glass', 'seal', 'entry', 'searcher', 'request'],
      ...['names', 'identifiers', 'addresses'],
      ...['agency', 'posting', 'program', 'token', 'proposal'],
    ].map(row => [row, none]),
  ),
}

interface Making {
  team: string
  sensitivity?: 'ordinary' | 'restricted' | 'sealed'
  sharedWith?: string
  expired?: boolean
  named?: readonly string[]
  blocked?: readonly string[]
}

let count = 1

async function aCase(
  db: TestDatabase,
  {
    by,
    outsider,
    administrator,
    team,
    sensitivity = 'ordinary',
    sharedWith,
    expired,
    named = [],
    blocked = [],
  }: Making & { by: string; outsider: string; administrator: string },
): Promise<TestCase> {
  return asOwner(db, async client => {
    const one = async (text: string, values: unknown[]): Promise<string> =>
      (await client.query<{ id: string }>(text, values)).rows[0]!.id
    const reference = referenceFor(count++)
    const area = await one(
      'select a.area_id as id from access.team t join access.agency a on a.id = t.agency_id where t.id = $1',
      [team],
    )
    const id = await one(
      `insert into casework.case (reference, area_id, team_id, type, summary, opened_on, created_by)
       values ($1, $2, $3, 'missing child', 'Missing from home', '2026-03-02', $4) returning id`,
      [reference, area, team, by],
    )
    const personId = await one(
      `insert into people.person (area_id, created_by, birth_on, birth_precision, birth_source, sex)
       values ($1, $2, '2012-01-01', 'year', 'School record', 'female') returning id`,
      [area, by],
    )
    const names = await one(
      `insert into people.name (person_id, kind, given, family, given_key, family_key, source)
       values ($1, 'legal', 'Test', $2, 'test', $3, 'School record') returning id`,
      [personId, `Child-${reference}`, `child${reference.toLowerCase().replaceAll('-', '')}`],
    )
    const rows: Record<string, string> = {
      names,
      identifiers: await one(
        `insert into people.identifier (person_id, kind, value, source)
         values ($1, 'school', '77-A', 'School record') returning id`,
        [personId],
      ),
      addresses: await one(
        `insert into people.address (person_id, lines, source)
         values ($1, '4 Heron Lane', 'School record') returning id`,
        [personId],
      ),
      person: await one(
        `insert into casework.case_person (case_id, person_id, role, source, from_on, added_by)
         values ($1, $2, 'child at risk', 'Referral', '2026-03-02', $3) returning id`,
        [id, personId, by],
      ),
    }
    for (const user of [by, ...named])
      await client.query(
        'insert into casework.named_person (case_id, user_id, named_by) values ($1, $2, $3)',
        [id, user, by],
      )
    if (sharedWith !== undefined) {
      const from = expired === true ? '2 days' : '0 days'
      const until = expired === true ? '-1 second' : '1 day'
      const lease = await one(
        `insert into access.lease (kind, holder_agency, from_at, until_at)
         values ('share', $1, now() - $2::interval, now() + $3::interval) returning id`,
        [sharedWith, from, until],
      )
      await client.query(
        `insert into casework.share (case_id, lease_id, legal_basis, why, shared_by)
         values ($1, $2, 'consent', 'Agreed at the meeting', $3)`,
        [id, lease, by],
      )
    }
    // What administrators work on: the account of the opener with its posting, and a program beside it.
    rows['agency'] = await one('select agency_id as id from access.user_account where id = $1', [
      by,
    ])
    rows['posting'] = await one('select id from access.posting where user_id = $1', [by])
    rows['program'] = await one(
      `insert into access.user_account (agency_id, given_name, family_name, kind)
       values ($1, 'Register', '', 'program') returning id`,
      [rows['agency']],
    )
    rows['token'] = await one(
      `insert into access.session (token_hash, user_id, kind, means, idle_seconds, ends_at)
       values (sha256($1::text::bytea), $2, 'program', 'token', 86400, now() + interval '1 day') returning id`,
      [reference, rows['program']],
    )
    rows['proposal'] = await one(
      `insert into access.proposal (area_id, kind, user_id, proposed_by)
       values ($1, 'opening', $2, $3) returning id`,
      [area, by, administrator],
    )
    // A share and a block that concern nobody of the matrix, for the pages that end them.
    rows['named'] = by
    const elsewhere = await one(
      `insert into access.lease (kind, holder_user, until_at) values ('share', $1, now() + interval '1 day') returning id`,
      [by],
    )
    rows['share'] = await one(
      `insert into casework.share (case_id, lease_id, legal_basis, why, shared_by)
       values ($1, $2, 'consent', 'Agreed at the meeting', $3) returning id`,
      [id, elsewhere, by],
    )
    rows['block'] = await one(
      `insert into casework.block (case_id, user_id, why, blocked_by) values ($1, $2, 'Lives next door', $3) returning id`,
      [id, outsider, by],
    )
    // For the standards auditor: somebody searched for the own name, and broke the glass.
    rows['searcher'] = outsider
    rows['entry'] = await one(
      `insert into audit.entry (area_id, class, verb, outcome, user_id, codes)
       values ($1, 'consultation', 'person.search', 'done', $2, '{own-surname}') returning id`,
      [area, outsider],
    )
    const inNeed = await one(
      `insert into access.lease (kind, holder_user, until_at) values ('break-glass', $1, now() + interval '1 hour') returning id`,
      [outsider],
    )
    rows['glass'] = await one(
      `insert into casework.glass (case_id, lease_id, user_id, category, reason, review_by)
       values ($1, $2, $3, 'out-of-hours cover', 'Nobody could be reached', '2026-12-01') returning id`,
      [id, inNeed, outsider],
    )
    // And one finding against the same person, which is enough where one is the limit.
    const needless = await one(
      `insert into access.lease (kind, holder_user, until_at) values ('break-glass', $1, now() + interval '1 hour') returning id`,
      [outsider],
    )
    await client.query(
      `insert into casework.glass (case_id, lease_id, user_id, category, reason, review_by, reviewed_by, reviewed_at, finding, review)
       values ($1, $2, $3, 'out-of-hours cover', 'Nobody could be reached', '2026-12-01', $4, now(), 'not justified', 'The team was there')`,
      [id, needless, outsider, by],
    )
    for (const user of blocked)
      await client.query(
        `insert into casework.block (case_id, user_id, why, blocked_by) values ($1, $2, 'Lives next door', $3)`,
        [id, user, by],
      )
    await client.query('update casework.case set sensitivity = $2 where id = $1', [id, sensitivity])
    return { id, reference, personId, rows: { ...nothing.rows, ...rows } }
  })
}

/** Any text of the right form will do: pages find a case by what they are given. */
const referenceFor = (n: number): string => `TS-${String(n).padStart(4, '0')}-TEST`
