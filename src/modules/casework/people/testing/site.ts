import { sql } from 'kysely'
import type { LightMyRequestResponse } from 'fastify'
import { testApp } from '../../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../../tests/builders/database.ts'
import { formOf } from '../../../../../tests/builders/forms.ts'
import { asOwner, type TestPerson } from '../../../../../tests/builders/people.ts'

type Fields = Readonly<Record<string, string>>
type Row = Record<string, unknown>

/** The whole site on a file's own database, used as people use it; call once in a file, at its top level. */
export async function testSite() {
  const db = await testDatabase()
  const { app } = await testApp(db)
  const as = ({ token }: TestPerson) => ({ cookie: `turnstone=${token}` })
  const get = (person: TestPerson, url: string) => app.inject({ url, headers: as(person) })
  const post = (person: TestPerson, url: string, fields: Fields) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...as(person), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  const rows = (text: string, ...values: unknown[]) =>
    asOwner(db, async client => (await client.query<Row>(text, values)).rows)

  /** Opens a form and sends it with these fields filled in. */
  const send = async (person: TestPerson, url: string, fields: Fields) =>
    post(person, url, { ...formOf((await get(person, url)).body), ...fields })

  return {
    app,
    db,
    get,
    post,
    rows,
    send,
    openCase: async (person: TestPerson, summary = 'Missing twice in a month') =>
      referenceIn(await send(person, '/cases/new', { type: 'missing child', summary })),
    /** Puts somebody on a case through its form. */
    put: (person: TestPerson, reference: string, fields: Fields) =>
      send(person, `/cases/${reference}/people/new`, { ...somebody, ...fields }),
    /** Shares a case with one person, as whoever may change it. */
    shareWith: (from: TestPerson, reference: string, partner: TestPerson) =>
      db.door.writing(from.actor, tx =>
        sql`select casework.share_case(c.id, ${partner.id}, null, now() + interval '1 day',
          'Children Act 1989 section 47', 'A child lives in their area')
          from casework.case c where c.reference = ${reference}`.execute(tx),
      ),
    /** Leaves a case to named people alone: to whoever restricts it. */
    restrict: (supervisor: TestPerson, reference: string) =>
      db.door.writing(supervisor.actor, tx =>
        sql`select casework.set_sensitivity(c.id, 'restricted', c.version)
          from casework.case c where c.reference = ${reference}`.execute(tx),
      ),
    caseId: async (reference: string) =>
      (await rows('select id from casework.case where reference = $1', reference))[0]?.['id'],
    /** Ids of the people on a case, in the order in which they were put there. */
    peopleOn: async (reference: string) =>
      (
        await rows(
          `select cp.person_id as id from casework.case_person cp join casework.case c on c.id = cp.case_id
           where c.reference = $1 order by cp.added_at`,
          reference,
        )
      ).map(({ id }) => String(id)),
    lastEntry: async (person: TestPerson) =>
      (
        await rows(
          `select verb, class, outcome, asked, case_id, person_id, subjects, allowed_by
           from audit.entry where user_id = $1 order by at desc limit 1`,
          person.id,
        )
      )[0],
  }
}

/** A form that says all that it must of somebody. */
export const somebody = {
  given: 'Ayşe',
  family: 'Yılmaz',
  kind: 'legal',
  sex: 'female',
  role: 'child at risk',
  since: '1 10 2026',
  source: 'Her teacher',
}

/** An answer without what differs each time: ids of requests and the keys in forms. */
export const withoutNonces = ({ body }: LightMyRequestResponse): string =>
  body.replace(/(name="_(?:key|token|version)" value=")[^"]*/g, '$1').replace(/nonce="[^"]*"/g, '')

const referenceIn = ({ headers }: LightMyRequestResponse): string =>
  String(headers.location).replace('/cases/', '')
