import { randomUUID } from 'node:crypto'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'
import { formOf } from '../builders/forms.ts'
import { asOwner, type TestPerson } from '../builders/people.ts'

/** What an entry of a test says; what is left out is as usual. */
export interface TestEntry {
  by: TestPerson
  verb?: string
  class?: string
  outcome?: 'done' | 'refused'
  caseId?: string | null
  personId?: string | null
  subjects?: readonly string[]
  asked?: string | null
  allowedBy?: string | null
  codes?: readonly string[]
  /** Minutes ago. */
  ago?: number
}

/** The whole site with a standards auditor's way to it; call once in a file, at its top level. */
export async function oversightSite() {
  const db = await testDatabase()
  const { app } = await testApp(db)
  const headers = (person: TestPerson) => ({ cookie: `turnstone=${person.token}` })
  const get = (person: TestPerson, url: string) => app.inject({ url, headers: headers(person) })
  const post = (person: TestPerson, url: string, fields: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers(person), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  return {
    app,
    db,
    get,
    post,
    /** Opens the page, fills its form and sends it. */
    fill: async (person: TestPerson, url: string, fields: Readonly<Record<string, string>>) =>
      post(person, url, { ...formOf((await get(person, url)).body), ...fields }),
    /** Adds an entry to the log, as the owner of the database writes it; its id. */
    entry: (wishes: TestEntry) => asOwner(db, client => added(client, wishes)),
    /** Everybody has been posted as they are for a year. */
    settled: () =>
      asOwner(db, client =>
        client.query(`update access.posting set from_at = now() - interval '1 year'`),
      ),
    /** What the log says that somebody did last. */
    lastOf: (person: TestPerson) =>
      asOwner(db, async client => {
        const { rows } = await client.query<Record<string, unknown>>(
          `select verb, class, outcome, subjects, codes, recipient, asked, allowed_by from audit.entry
           where user_id = $1 order by at desc, xid desc limit 1`,
          [person.id],
        )
        return rows[0]
      }),
  }
}

interface Adding {
  query: (text: string, values: unknown[]) => Promise<unknown>
}

const usual = {
  ago: 10,
  verb: 'case.read',
  class: 'consultation',
  outcome: 'done',
  caseId: null,
  personId: null,
  subjects: [],
  asked: null,
  allowedBy: null,
  codes: [],
}

async function added(client: Adding, wishes: TestEntry): Promise<string> {
  const entry = { ...usual, ...wishes }
  const id = randomUUID()
  await client.query(
    `insert into audit.entry (id, area_id, at, class, verb, outcome, user_id, request_id, case_id, person_id,
       subjects, asked, allowed_by, codes)
     values ($1, $2, now() - make_interval(secs => $3), $4, $5, $6, $7, gen_random_uuid(), $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, entry.by.team.areaId, entry.ago * 60, entry.class, entry.verb, entry.outcome],
      ...[entry.by.id, entry.caseId, entry.personId, entry.subjects, entry.asked],
      ...[entry.allowedBy, entry.codes],
    ],
  )
  return id
}
