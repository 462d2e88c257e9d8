/** That somebody else's case came to be is noticed on no page, in no search and by no header. */
import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { expect, test } from 'vitest'
import { aCase, aChildOn, block } from '../../src/modules/casework/reach/testing/at-work.ts'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'
import { formOf, textOfPage } from '../builders/forms.ts'
import { aPerson, asOwner, asProgram, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const team = await aTeam(db)
const [supervisor, analyst] = [
  await aPerson(db, { team, role: 'supervisor' }),
  await aPerson(db, { team, role: 'investigator' }),
]
const other = await aTeam(db, { beside: team, agency: 'new' })
const never = 'TS-0000-0000'

const get = (person: TestPerson, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { cookie: `turnstone=${person.token}`, ...headers } })

/** Pages of work that name no record, and each with one of its search fields filled with the names of the child. */
async function pagesOf(person: TestPerson): Promise<string[]> {
  const plain = app.actingRoutes
    .filter(({ verb, url }) => verb === 'GET' && !/[:*]|^\/(api|account)\b/.test(url))
    .map(({ url }) => url)
  const pages: string[] = []
  for (const url of plain) {
    const { statusCode, body } = await get(person, url)
    if (statusCode === 200) pages.push(url, ...searchesOn(body).map(search => `${url}?${search}`))
  }
  return pages
}

function searchesOn(html: string): string[] {
  const forms = [...html.matchAll(/<form[^>]*method="get"[\s\S]*?<\/form>/g)].join('')
  const fields = [...forms.matchAll(/<input\b[^>]*\sname="([^"]+)"/g)].map(([, name]) => name!)
  return fields.flatMap(name =>
    ['Alder', 'Ald', 'Wren Alder'].map(words => new URLSearchParams({ [name]: words }).toString()),
  )
}

/** What a page says, without what differs at each answer: ids of the request and the form, and times. */
const said = (answer: LightMyRequestResponse): string =>
  `${answer.statusCode} ${answer.body}`
    .replace(/(name="_(?:key|token)" value=")[^"]*/g, '$1')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/<time[\s\S]*?<\/time>/g, '')

test.for([
  ['a supervisor', supervisor],
  ['an investigator', analyst],
] as const)(
  'no list, count, search or choice of %s changes when cases come to be that are hidden from them',
  async ([, person]) => {
    const pages = await pagesOf(person)
    expect(pages).toEqual(expect.arrayContaining(['/work', '/cases', '/people', '/cases/new']))
    expect(pages.filter(page => page.includes('Alder')).length).toBeGreaterThan(2)
    const before = []
    for (const page of pages) before.push(said(await get(person, page)))
    const blocked = await aCase(db, team)
    await block(db, blocked, person)
    const hidden = [
      await aCase(db, team, { sensitivity: 'restricted' }),
      await aCase(db, team, { sensitivity: 'sealed' }),
      await aCase(db, other),
      blocked,
    ]
    for (const one of hidden) await aChildOn(db, one === hidden[2] ? other : team, one)
    for (const [at, page] of pages.entries())
      expect(said(await get(person, page)), page).toBe(before[at])
    // The same names on a case that may be seen are found: this test can fail.
    await aChildOn(db, team, await aCase(db, team))
    const after = await Promise.all(pages.map(async page => said(await get(person, page))))
    expect(after).not.toEqual(before)
  },
)

test('what is answered to somebody has no tag, and a tag that is sent tells nothing of a hidden case', async () => {
  const own = await get(supervisor, `/cases/${(await aCase(db, team)).reference}`)
  expect(own.headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(own.headers).not.toHaveProperty('etag')
  const { reference } = await aCase(db, team, { sensitivity: 'sealed' })
  for (const tag of ['*', '"x"', `W/"${'A'.repeat(43)}"`]) {
    const answers = []
    for (const one of [reference, never]) {
      const { headers, body, statusCode } = await get(supervisor, `/cases/${one}`, {
        'if-none-match': tag,
        'if-modified-since': 'Wed, 21 Oct 2015 07:28:00 GMT',
      })
      const { date: _, ...kept } = headers
      answers.push({ statusCode, kept, body: body.replaceAll(/nonce="[^"]*"/g, '') })
    }
    expect(answers[0]).toMatchObject({ statusCode: 404 })
    expect(answers[0]).toEqual(answers[1])
  }
})

const forged: Record<string, (token: string) => string> = {
  'of another letter': token => (token.startsWith('A') ? 'B' : 'A') + token.slice(1),
  'cut short': token => token.slice(0, -1),
  'with a letter more': token => `${token}A`,
  'twice over': token => `${token}${token}`,
  'of zeros': () => 'A'.repeat(43),
  'that is empty': () => '',
  'with a signature': token => `${token}.c2lnbmF0dXJl`,
  'with SQL in it': token => `${token.slice(0, 30)}' or '1'='1`,
}

test.for(Object.entries(forged))(
  'a cookie %s opens nothing, and leads to signing in',
  async ([, forge]) => {
    const cookie = `turnstone=${encodeURIComponent(forge(analyst.token))}`
    const answer = await app.inject({ url: '/cases', headers: { cookie } })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/sign-in?next=%2Fcases')
    const { authorization } = await asProgram(db, analyst)
    const bearer = { authorization: `Bearer ${forge(authorization.replace('Bearer ', ''))}` }
    expect((await app.inject({ url: '/api/cases', headers: bearer })).statusCode).toBe(401)
  },
)

test('the digest of a token, which is what the database keeps, is no token', async () => {
  const digest = Buffer.from(analyst.actor.token).toString('base64url')
  expect(digest).toHaveLength(43)
  const answer = await app.inject({ url: '/cases', headers: { cookie: `turnstone=${digest}` } })
  expect(answer.statusCode).toBe(303)
})

test('the key of a form that another has sent already is one’s own key still', async () => {
  const key = randomUUID()
  const summary = `Seen ${key}`
  const locations = []
  for (const person of [supervisor, analyst]) {
    const fields = formOf((await get(person, '/cases/new')).body)
    const answer = await app.inject({
      ...{ method: 'POST', url: '/cases/new' },
      headers: {
        cookie: `turnstone=${person.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({
        ...fields,
        _key: key,
        type: 'missing child',
        summary,
      }).toString(),
    })
    expect([answer.statusCode, textOfPage(answer.body)]).toEqual([303, ''])
    locations.push(answer.headers.location)
  }
  expect(new Set(locations).size).toBe(2)
  const made = await asOwner(db, client =>
    client.query('select from casework.case where summary = $1', [summary]),
  )
  expect(made.rowCount).toBe(2)
})
