import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { formOf } from '../../../../../tests/builders/forms.ts'
import type { TestDatabase } from '../../../../../tests/builders/database.ts'
import { asOwner, type TestPerson, type TestTeam } from '../../../../../tests/builders/people.ts'
import { referenceOf } from '../../../../methods/references/reference.ts'

export interface TestCase {
  id: string
  reference: string
}

/** People in their browsers. */
export function atWork(app: FastifyInstance) {
  const headers = (person: TestPerson) => ({ cookie: `turnstone=${person.token}` })
  const get = (person: TestPerson, url: string): Promise<LightMyRequestResponse> =>
    app.inject({ url, headers: headers(person) })
  const post = (person: TestPerson, url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers(person), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  /** Opens the page, fills its form and sends it. */
  const fill = async (person: TestPerson, url: string, fields: Record<string, string>) =>
    post(person, url, { ...formOf((await get(person, url)).body), ...fields })
  return { get, post, fill }
}

/** A case of a team, as the owner of the database writes it. */
export async function aCase(
  db: Pick<TestDatabase, 'owner'>,
  team: TestTeam,
  { sensitivity = 'ordinary', owner = null }: { sensitivity?: string; owner?: string | null } = {},
): Promise<TestCase> {
  const one = {
    id: randomUUID(),
    reference: referenceOf(Number(BigInt(`0x${randomUUID().slice(0, 8)}`)) * 7),
  }
  await asOwner(db, client =>
    client.query(
      `insert into casework.case (id, reference, area_id, team_id, owner_id, type, summary, opened_on, sensitivity)
       values ($1, $2, $3, $4, $5, 'missing child', 'Missing twice in a month', '2026-11-02', $6)`,
      [one.id, one.reference, team.areaId, team.id, owner, sensitivity],
    ),
  )
  return one
}

/** Names somebody on a case, as the owner of the database writes it. */
export const name = (db: Pick<TestDatabase, 'owner'>, one: TestCase, person: TestPerson) =>
  asOwner(db, client =>
    client.query(
      'insert into casework.named_person (case_id, user_id, named_by) values ($1, $2, $2)',
      [one.id, person.id],
    ),
  )

/** Blocks somebody from a case, likewise. */
export const block = (db: Pick<TestDatabase, 'owner'>, one: TestCase, person: TestPerson) =>
  asOwner(db, client =>
    client.query(
      `insert into casework.block (case_id, user_id, why, blocked_by) values ($1, $2, 'Related to a suspect', $2)`,
      [one.id, person.id],
    ),
  )

/** The id of one invented child on these cases, as the owner of the database writes it. */
export const aChildOn = (
  db: Pick<TestDatabase, 'owner'>,
  team: TestTeam,
  ...cases: readonly TestCase[]
): Promise<string> =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      'insert into people.person (area_id) values ($1) returning id',
      [team.areaId],
    )
    const id = rows[0]?.id ?? ''
    await client.query(
      `insert into people.name (person_id, kind, given, family, given_key, family_key, source)
       values ($1, 'legal', 'Wren', 'Alder', 'wren', 'alder', 'School register')`,
      [id],
    )
    for (const one of cases)
      await client.query(
        `insert into casework.case_person (case_id, person_id, role, source, from_on)
         values ($1, $2, 'child at risk', 'School register', '2026-11-02')`,
        [one.id, id],
      )
    return id
  })

/** What the audit log says that somebody did last, newest first. */
export const entriesOf = (db: Pick<TestDatabase, 'owner'>, person: TestPerson) =>
  asOwner(db, async client => {
    const { rows } = await client.query<Record<string, unknown>>(
      `select verb, class, outcome, asked, case_id, person_id, allowed_by, recipient, subjects, codes
       from audit.entry where user_id = $1 order by at desc, id limit 20`,
      [person.id],
    )
    return rows
  })

/** Kinds of the notices that somebody has about a case. */
export const noticesOf = (db: Pick<TestDatabase, 'owner'>, person: TestPerson, one: TestCase) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ kind: string }>(
      'select kind from casework.notice where user_id = $1 and case_id = $2 order by told_at, id',
      [person.id, one.id],
    )
    return rows.map(({ kind }) => kind)
  })
