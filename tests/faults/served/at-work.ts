import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Connection } from '../../../src/platform/config/connection.ts'
import { formOf, textOfPage } from '../../builders/forms.ts'
import { aPerson, asOwner, asProgram, aTeam } from '../../builders/people.ts'

export interface Answered {
  status: number
  location: string | null
  body: string
}

/** An investigator in a team of one's own who opens cases and looks at them, over HTTP. */
export interface AtWork {
  get(path: string): Promise<Answered>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answered>
  /** The same as a program does it, with JSON. */
  api(path: string, sent?: { key: string; body: object }): Promise<Answered>
  /** Fills the form for a new case, which was opened long ago, and sends it. */
  opens(form: CaseForm): Promise<Answered>
  /** Does so again and again, and looks at the first case each time, until `enough`. */
  works(enough: (last: Outcome) => boolean): Promise<void>
  /** What came of it all. */
  work: Work
  person: Readonly<{ id: string; team: string }>
}

export interface CaseForm {
  key: string
  summary: string
}

export interface Work {
  /** Summary and address of each case that was acknowledged. */
  saved: Map<string, string>
  /** Forms that were refused, each with the page that said so. */
  refused: { form: CaseForm; page: string }[]
  /** How often a case was shown. */
  shown: number
}

interface Outcome {
  isSaved: boolean
  isShown: boolean
}

export const newForm = (): CaseForm => ({ key: randomUUID(), summary: `Seen ${randomUUID()}` })

export async function atWork(address: string, owner: Connection): Promise<AtWork> {
  const team = await aTeam({ owner })
  const { id, token } = await aPerson({ owner }, { team, role: 'investigator' })
  const program = await asProgram({ owner }, { id })
  const cookie = { cookie: `turnstone=${token}` }
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const answer = await fetch(`${address}${path}`, { redirect: 'manual', ...init })
    const location = answer.headers.get('location')
    return { status: answer.status, location, body: await answer.text() }
  }
  const get = (path: string) => ask(path, { headers: cookie })
  const post: AtWork['post'] = (path, fields) =>
    ask(path, { method: 'POST', headers: cookie, body: new URLSearchParams(fields) })
  const fields = formOf((await get('/cases/new')).body)
  const opens = ({ key, summary }: CaseForm) =>
    post('/cases/new', { ...fields, _key: key, type: 'missing child', summary })
  const work: Work = { saved: new Map(), refused: [], shown: 0 }
  return {
    ...{ get, post, opens, work },
    api: (path, sent) =>
      ask(path, {
        headers: {
          ...program,
          ...(sent && { 'idempotency-key': sent.key, 'content-type': 'application/json' }),
        },
        ...(sent && { method: 'POST', body: JSON.stringify(sent.body) }),
      }),
    works: async enough => {
      for (let tries = 0; tries < 500; tries += 1)
        if (enough(await once({ get, opens, work }))) return
      throw new Error('worked five hundred times in vain')
    },
    person: { id, team: team.id },
  }
}

async function once({
  get,
  opens,
  work,
}: Pick<AtWork, 'get' | 'opens' | 'work'>): Promise<Outcome> {
  const form = newForm()
  const sent = await opens(form)
  expect([303, 503]).toContain(sent.status)
  if (sent.status === 303) work.saved.set(form.summary, sent.location ?? '')
  else work.refused.push({ form, page: sent.body })
  const looked = await get([...work.saved.values()][0] ?? '')
  expect([200, 503]).toContain(looked.status)
  if (looked.status === 200) work.shown += 1
  else expect(textOfPage(looked.body)).toContain(away)
  return { isSaved: sent.status === 303, isShown: looked.status === 200 }
}

const away =
  'Turnstone cannot reach its records just now. Wait 5 seconds, then open the page again. Nothing that was saved before is lost.'

/** Every form that was refused says so, holds what was typed, and saves it once when it is sent again. */
export async function sendsAllAgain({ post, work }: AtWork): Promise<void> {
  for (const { form, page } of work.refused) {
    expect(textOfPage(page)).toMatch(/wait a few seconds and save again/i)
    expect(textOfPage(page)).toContain(`What you typed`)
    const fields = formOf(page)
    expect(fields).toMatchObject({ _key: form.key, summary: form.summary })
    const sent = await post('/cases/new', fields)
    expect(sent.status).toBe(303)
    work.saved.set(form.summary, sent.location ?? '')
  }
}

/** Each case that was acknowledged is there once, each with one entry, and nothing else is there. */
export async function expectAllRecorded(
  owner: Connection,
  { work, person }: AtWork,
): Promise<void> {
  const [cases, entries] = await asOwner({ owner }, async client => [
    await client.query<{ summary: string; at: string; entries: number }>(
      `select c.summary, '/cases/' || c.reference as at, (
         select count(*)::integer from audit.entry e where e.case_id = c.id
           and e.verb = 'case.create' and e.outcome = 'done') as entries
       from casework.case c where c.team_id = $1`,
      [person.team],
    ),
    await client.query<{ opened: number; shown: number }>(
      `select count(*) filter (where verb = 'case.create' and case_id is not null)::integer as opened,
         count(*) filter (where verb = 'case.read' and outcome = 'done')::integer as shown
       from audit.entry where user_id = $1`,
      [person.id],
    ),
  ])
  expect(new Map(cases.rows.map(({ summary, at }) => [summary, at]))).toEqual(work.saved)
  expect(cases.rows.filter(({ entries }) => entries !== 1)).toEqual([])
  expect(entries.rows[0]).toEqual({ opened: cases.rows.length, shown: work.shown })
}

/** Whether it was so this often, one after the other. */
export function inARow<T>(times: number, is: (last: T) => boolean): (last: T) => boolean {
  const count = { now: 0 }
  return last => (count.now = is(last) ? count.now + 1 : 0) >= times
}

/** Whether the first case is shown once more. */
export async function isShownAgain({ get, work }: AtWork): Promise<boolean> {
  const { status } = await get([...work.saved.values()][0] ?? '')
  expect([200, 503]).toContain(status)
  if (status === 200) work.shown += 1
  return status === 200
}
