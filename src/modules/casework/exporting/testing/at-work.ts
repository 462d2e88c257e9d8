import type { FastifyInstance } from 'fastify'
import { parse } from 'csv-parse/sync'
import type { TestDatabase } from '../../../../../tests/builders/database.ts'
import { formOf } from '../../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { atWork } from '../../reach/testing/at-work.ts'

/** An area with two teams of one agency, and a supervisor of each who is outside the other's line. */
export async function twoLines(db: TestDatabase) {
  const team = await aTeam(db)
  const beside = await aTeam(db, { beside: team })
  return {
    team,
    beside,
    asker: await aPerson(db, { team, role: 'supervisor' }),
    second: await aPerson(db, { team: beside, role: 'supervisor' }),
  }
}

export const why = 'The board wants to know what the team works on'

/** People who ask for cases as a file, decide on it and take it. */
export function exporting(app: FastifyInstance, db: TestDatabase) {
  const { get, post, fill } = atWork(app)
  const ask = async (person: TestPerson, query = '') => {
    const purpose = { purpose: 'team-review', why }
    const answer = await fill(person, `/exports/new?${query}`, purpose)
    return String(answer.headers.location).replace('/exports/', '')
  }
  const decide = (person: TestPerson, id: string, fields = { decision: 'agree', reason: '' }) =>
    fill(person, `/exports/${id}/decision`, fields)
  const take = async (person: TestPerson, id: string) =>
    post(person, `/exports/${id}/file`, formOf((await get(person, `/exports/${id}`)).body))
  return {
    ...{ get, post, fill, ask, decide, take },
    /** Asked and agreed to: the id of the request. */
    agreed: async (asker: TestPerson, second: TestPerson, query = '') => {
      const id = await ask(asker, query)
      await decide(second, id)
      return id
    },
    set: (setting: string, value: number) =>
      asOwner(db, client =>
        client.query('update platform.setting set value = $2 where name = $1', [setting, value]),
      ),
    rows: async (text: string, ...values: unknown[]) =>
      asOwner(db, async client => (await client.query<Record<string, unknown>>(text, values)).rows),
  }
}

export const byText = (a = '', b = ''): number => a.localeCompare(b, 'en')

/** The table of a file, a record for each case, and what the lines before it say. */
export function read(file: string) {
  const lines: string[][] = parse(file, { bom: true })
  const head = lines.findIndex(([first]) => first === 'reference')
  const titles = lines[head] ?? []
  return {
    said: Object.fromEntries(
      lines.slice(0, head).map(([key = '', value = '']) => [key, value] as const),
    ),
    titles,
    cases: lines
      .slice(head + 1)
      .map(cells => Object.fromEntries(titles.map((title, n) => [title, cells[n]]))),
  }
}
