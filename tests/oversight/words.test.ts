import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createServer } from '../../src/app.ts'
import { soughtWords, type WordsKey } from '../../src/platform/audit/words/sought-words.ts'
import { stoppedClock } from '../../src/platform/clock/clock.ts'
import { openLog } from '../../src/platform/log/log.ts'
import type { ProgramKey } from '../../src/platform/sessions/program-key.ts'
import { aCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import { testDatabase } from '../builders/database.ts'
import { formOf, textOfPage } from '../builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()
const words = soughtWords(randomBytes(32) as WordsKey)
const logged: string[] = []
const clock = stoppedClock('2026-11-23T12:00:00Z')
const app = await createServer({
  door: db.door,
  key: randomBytes(32) as ProgramKey,
  publicAddress: null,
  personas: [],
  clock,
  log: openLog({ clock, write: line => logged.push(line), style: 'json' }),
  audit: { state: () => 'answers', words },
})
afterAll(() => app.close())

const team = await aTeam(db)
const officer = await aPerson(db, { team, role: 'investigator' })
const auditor = await aPerson(db, {
  team: await aTeam(db, { beside: team }),
  role: 'standards-auditor',
})

const headers = (person: TestPerson) => ({ cookie: `turnstone=${person.token}` })
const get = (url: string) => app.inject({ url, headers: headers(auditor) })
const post = (url: string, fields: Readonly<Record<string, string>>, by = auditor) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...headers(by), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

/** A search that is in the log, with its words sealed for this request or for another. */
async function search(sealedFor: 'this request' | 'another'): Promise<string> {
  const [id, request] = [randomUUID(), randomUUID()]
  const by = { area: team.areaId, request: sealedFor === 'another' ? randomUUID() : request }
  await asOwner(db, client =>
    client.query(
      `insert into audit.entry (id, area_id, class, verb, outcome, user_id, request_id, sought)
       values ($1, $2, 'consultation', 'person.search', 'done', $3, $4, $5)`,
      [id, team.areaId, officer.id, request, words.seal(by, 'quarrelsome heron')],
    ),
  )
  return `/audit-log/${id}`
}

const verbs = () =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ verb: string }>(
      `select verb from audit.entry where user_id = $1 order by at desc, xid desc limit 2`,
      [auditor.id],
    )
    return rows.map(({ verb }) => verb)
  })

test('words stand on no page until their button is pressed, which is an entry of its own', async () => {
  const url = await search('this request')
  const closed = await get(url)
  expect(closed.body).not.toContain('quarrelsome')
  expect((await get('/audit-log')).body).not.toContain('quarrelsome')
  const opened = await post(url, formOf(closed.body))
  expect(textOfPage(opened.body)).toContain('quarrelsome heron')
  expect(opened.headers['cache-control']).toBe('no-store')
  expect(await verbs()).toEqual(['log.words', 'log.read'])
  expect(logged.join('\n')).not.toContain('quarrelsome')
})

test('a button pressed from elsewhere opens nothing, and the log does not say that it did', async () => {
  const url = await search('this request')
  const answer = await post(url, { _token: 'guessed' })
  expect(answer.body).not.toContain('quarrelsome')
  expect((await verbs())[0]).toBe('log.read')
})

test('words that were moved from another entry do not open', async () => {
  const url = await search('another')
  const opened = await post(url, formOf((await get(url)).body))
  expect(textOfPage(opened.body)).toContain('They do not open')
})

test('nobody else opens words, not even whoever searched', async () => {
  const url = await search('this request')
  const answer = await post(url, formOf((await get(url)).body), officer)
  expect(answer.statusCode).toBe(404)
  expect(answer.body).not.toContain('quarrelsome')
})

test('words typed with a purpose are sealed for their entry: in no table in the clear, opened by the auditor alone', async () => {
  await asOwner(db, client =>
    client.query(`update platform.setting set value = 480 where name = 'purpose-lasts'`),
  )
  const wide = await aPerson(db, { team, role: 'analyst', forceWide: true })
  const one = await aCase(db, await aTeam(db, { beside: team }))
  const at = `/cases/${one.reference}`
  const asked = formOf((await app.inject({ url: at, headers: headers(wide) })).body)
  const typed = 'Sibling is Quarrelsome Heron'
  const sent = await post(`${at}/purpose`, { ...asked, purpose: 'other', words: typed }, wide)
  expect(sent.headers.location).toBe(at)
  const [entry] = await asOwner(db, async client => {
    const { rows } = await client.query<{ id: string; purpose: string; sought: Buffer }>(
      `select id, purpose, sought from audit.entry where user_id = $1 and verb = 'purpose.give'`,
      [wide.id],
    )
    return rows
  })
  expect(entry?.purpose).toBe('other')
  expect(entry?.sought.toString('latin1')).not.toContain('Heron')
  expect(await tablesWith('Heron')).toEqual([])
  const url = `/audit-log/${entry?.id ?? ''}`
  const closed = await get(url)
  expect(textOfPage(closed.body)).toContain('Purpose Other')
  expect(textOfPage(closed.body)).toContain('Words of the purpose')
  expect(closed.body).not.toContain('Heron')
  const opened = await post(url, formOf(closed.body))
  expect(textOfPage(opened.body)).toContain(typed)
  expect(logged.join()).not.toContain('Heron')
  const list = textOfPage((await get('/audit-log')).body)
  expect(list).toContain('for: Other')
})

/** Every table of ours in which some row says this in the clear. */
const tablesWith = (said: string): Promise<string[]> =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where relkind = 'r' and nspname !~ '^pg_' and nspname not in ('information_schema', 'migration')`,
    )
    expect(rows.length).toBeGreaterThan(30)
    const found: string[] = []
    for (const { name } of rows) {
      const text = `select 1 from ${name} t where strpos(t::text, $1) > 0 limit 1`
      if ((await client.query(text, [said])).rowCount !== 0) found.push(name)
    }
    return found
  })
