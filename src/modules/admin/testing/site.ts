import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase, type TestDatabase } from '../../../../tests/builders/database.ts'
import { formOf } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'

/** People in their browsers. */
function inBrowsers(app: FastifyInstance) {
  const cookie = ({ token }: TestPerson) => ({ cookie: `turnstone=${token}` })
  const get = (person: TestPerson, url: string): Promise<LightMyRequestResponse> =>
    app.inject({ url, headers: cookie(person) })
  const post = (person: TestPerson, url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...cookie(person), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  /** Opens the page, fills its form and sends it. */
  const fill = async (person: TestPerson, url: string, fields: Record<string, string> = {}) =>
    post(person, url, { ...formOf((await get(person, url)).body), ...fields })
  return { get, post, fill }
}

/**
 * A police agency with the office of the first administrator and a team at work, and another agency with
 * a second administrator; call once in a file, at its top level.
 */
export async function adminSite() {
  const db = await testDatabase()
  const { app } = await testApp(db)
  const office = await aTeam(db)
  const team = await aTeam(db, { beside: office })
  const partners = await aTeam(db, { beside: office, agency: 'new' })
  const [first, second] = [
    await aPerson(db, { team: office, role: 'administrator' }),
    await aPerson(db, { team: partners, role: 'administrator' }),
  ]
  const browsers = inBrowsers(app)
  /** Opens the newest proposal for somebody and agrees to it. */
  const agree = async (person: TestPerson, subjectId: string) =>
    browsers.fill(person, await proposalPlaceOf(db, subjectId), { decision: 'agree' })
  return { db, app, office, team, partners, first, second, agree, ...browsers }
}

/** Where the newest proposal for an account or an agency is decided. */
const proposalPlaceOf = (db: Pick<TestDatabase, 'owner'>, subjectId: string) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `select id from access.proposal where $1 in (user_id, agency_id)
       order by proposed_at desc, outcome nulls first limit 1`,
      [subjectId],
    )
    return `/admin/waiting/${rows[0]?.id ?? ''}`
  })

/** What the audit log says that somebody did last, the newest first. */
export const entriesOf = (db: Pick<TestDatabase, 'owner'>, { id }: Pick<TestPerson, 'id'>) =>
  asOwner(db, async client => {
    const { rows } = await client.query<Entry>(
      `select verb, class, outcome, asked, case_id, person_id, subjects, codes
       from audit.entry where user_id = $1 order by at desc, id limit 20`,
      [id],
    )
    return rows
  })

interface Entry {
  verb: string
  class: string
  outcome: string
  asked: string | null
  case_id: string | null
  person_id: string | null
  subjects: string[]
  codes: string[]
}

/** The id of the posting that somebody got first. */
export const postingOf = (db: Pick<TestDatabase, 'owner'>, { id }: Pick<TestPerson, 'id'>) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      'select id from access.posting where user_id = $1 order by from_at limit 1',
      [id],
    )
    return rows[0]?.id ?? ''
  })
