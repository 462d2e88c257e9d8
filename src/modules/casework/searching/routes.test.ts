import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import {
  aPerson,
  asOwner,
  asProgram,
  aTeam,
  type TestPerson,
} from '../../../../tests/builders/people.ts'
import { readingsOf } from '../../../methods/names/readings.ts'
import { factsOfSearch } from './read.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const codesAfter = async (person: TestPerson, url: string): Promise<unknown> => {
  const headers = { cookie: `turnstone=${person.token}`, ...(await asProgram(db, person)) }
  expect((await app.inject({ url, headers })).statusCode).toBe(200)
  return asOwner(db, async client => {
    const { rows } = await client.query<{ codes: string[] }>(
      'select codes from audit.entry where user_id = $1 order by at desc, id limit 1',
      [person.id],
    )
    return rows[0]?.codes
  })
}

test.for(['/cases?', '/people?', '/api/cases?', '/api/people?'])(
  'a search of %s for the own name or address leaves a code in the log',
  async place => {
    const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
    const family = person.name.replace('Test ', '')
    const email = `${family.toLowerCase()}@ardenshire.example`
    await asOwner(db, client =>
      client.query(
        `insert into access.user_contact (user_id, email, home_postcode) values ($1, $2, 'ZZ12AB')`,
        [person.id, email],
      ),
    )
    expect(await codesAfter(person, `${place}name=${family}`)).toEqual(['own-surname'])
    expect(await codesAfter(person, `${place}name=Alder`)).toEqual([])
    if (!place.includes('people')) return
    expect(await codesAfter(person, `${place}postcode=zz1+2ab`)).toEqual(['own-address'])
  },
)

test('the words are sealed for this entry, and nothing is sealed where nothing was asked', async () => {
  const sealed: string[] = []
  const words = {
    seal: (by: { area: string; request: string }, text: string) => {
      sealed.push(`${by.request} ${text}`)
      return Buffer.from('sealed')
    },
  }
  const request = {
    id: 'request',
    person: { areaId: 'area', userId: 'user', familyName: 'Thrale' },
  } as unknown as Parameters<typeof factsOfSearch>[1]
  const noDatabase = {} as Parameters<typeof factsOfSearch>[0]
  const facts = await factsOfSearch(noDatabase, request, { name: readingsOf('iris alder'), words })
  expect(facts).toEqual({ codes: [], sought: Buffer.from('sealed') })
  expect(sealed).toEqual(['request iris alder'])
  expect(await factsOfSearch(noDatabase, request, { words })).toEqual({})
})
