import { expect, test } from 'vitest'
import { testApp } from '../../tests/builders/app.ts'
import { testDatabase } from '../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../tests/builders/forms.ts'
import { signedIn } from '../../tests/builders/people.ts'
import { idOf } from './identity.ts'
import { makeDemonstration } from './make.ts'
import { demonstrationSeed, personas, userIdOf } from './personas.ts'

const db = await testDatabase()
// What ends by itself does so by the clock of the database, so it is made on the present day.
const today = Temporal.Now.plainDateISO('UTC')
await makeDemonstration(db.owner, { seed: demonstrationSeed, today })
const { app } = await testApp(
  db,
  personas.map(({ code, given, family, team, tries }) => ({
    ...{ code, userId: userIdOf(code), name: `${given} ${family}`, works: team, tries },
  })),
)

const as = async (code: string) => {
  const headers = { cookie: `turnstone=${(await signedIn(db, userIdOf(code))).token}` }
  return {
    get: (url: string) => app.inject({ url, headers }),
    post: (url: string, fields: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      }),
  }
}

const at = (which: string) => `/exports/${idOf(demonstrationSeed, 'export', which)}`

test('the analyst takes the file that a supervisor agreed to: as many cases as were counted', async () => {
  const analyst = await as('analyst')
  const page = await analyst.get(at('agreed'))
  const text = textOfPage(page.body)
  expect(text).toContain('Agreed by Farida Ellingham')
  const counted = /How many then (\d+) cases/.exec(text)?.[1]
  const file = await analyst.post(`${at('agreed')}/file`, formOf(page.body))
  expect(file.statusCode).toBe(200)
  expect(file.body).toContain(`Cases,${counted ?? 'none'} cases`)
})

test('the second supervisor finds a request in the inbox and may decide it; its asker may not', async () => {
  const second = await as('supervisor-2')
  expect((await second.get('/inbox')).body).toContain(`href="${at('waiting')}"`)
  expect((await second.get(`${at('waiting')}/decision`)).statusCode).toBe(200)
  const asker = await as('supervisor')
  expect((await asker.get(`${at('waiting')}/decision`)).statusCode).toBe(404)
  expect(textOfPage((await asker.get('/exports')).body)).toContain('Waits for a second person')
})
