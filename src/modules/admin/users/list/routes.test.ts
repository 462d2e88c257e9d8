import { expect, test } from 'vitest'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, asOwner } from '../../../../../tests/builders/people.ts'
import { adminSite, entriesOf } from '../../testing/site.ts'
import { pageLength } from './page.tsx'

const site = await adminSite()
const { db, team, partners, first, get, fill } = site

/** Somebody in each state, each under a family name of their own. */
const named = async (family: string, more = 'select') => {
  const person = await aPerson(db, { team, role: 'investigator' })
  await asOwner(db, client =>
    client.query(
      `update access.user_account set given_name = 'Ash', family_name = $2 where id = $1`,
      [person.id, family],
    ),
  )
  await asOwner(db, client => client.query(more.replaceAll('$1', `'${person.id}'`)))
  return person
}
await named('Working')
await named('Closed', 'update access.user_account set disabled_at = now() where id = $1')
await named('Unposted', 'delete from access.posting where user_id = $1')
const invited = await named(
  'Invited',
  `insert into access.user_contact (user_id, email) values ($1, 'invited@ardenshire.example')`,
)
await fill(first, `/admin/users/${invited.id}/invitation`)

const namesIn = (html: string): string[] =>
  [...html.matchAll(/href="\/admin\/users\/[0-9a-f-]{36}">([^<]*)</g)].map(([, name]) => name!)

test.each([
  ['?name=ash', ['Ash Closed', 'Ash Invited', 'Ash Unposted', 'Ash Working']],
  ['?name=WORK ash', ['Ash Working']],
  ['?name=invited@', ['Ash Invited']],
  ['?name=%25', []],
  ['?name=ash&state=closed', ['Ash Closed']],
  ['?name=ash&state=unposted', ['Ash Unposted']],
  ['?name=ash&state=invited', ['Ash Invited']],
  ['?name=ash&state=open', ['Ash Invited', 'Ash Unposted', 'Ash Working']],
  ['?name=ash&role=investigator&state=open', ['Ash Invited', 'Ash Working']],
  ['?name=ash&role=supervisor', []],
  [`?name=ash&agency=${partners.agencyId}`, []],
  [`?name=ash&agency=${team.agencyId}&state=closed`, ['Ash Closed']],
])('%s finds %j', async (query, names) => {
  expect(namesIn((await get(first, `/admin/users${query}`)).body)).toEqual(names)
})

test('the overview counts what the list finds', async () => {
  const page = textOfPage((await get(first, '/admin')).body)
  for (const words of [
    'without posting 1',
    'not come 1',
    'Closed accounts 1',
    'Stopped agencies 0',
  ])
    expect(page).toContain(words)
  expect(page).toContain('Accounts 5')
})

test.each(['state=odd', 'role=King', 'agency=here', 'after=1', 'name=a&name=b'])(
  'a list that is asked for %s says so and keeps the rest',
  async query => {
    const answer = await get(first, `/admin/users?${query}`)
    expect(answer.statusCode).toBe(400)
    expect(textOfPage(answer.body)).toContain('There is a problem')
  },
)

test('a long list goes on after its last name, without leaving anybody out or showing anybody twice', async () => {
  await asOwner(db, client =>
    client.query(
      `insert into access.user_account (agency_id, given_name, family_name)
       select $1, 'Twin', 'Page' from generate_series(1, $2)`,
      [partners.agencyId, pageLength + 7],
    ),
  )
  const ids = (html: string) =>
    [...html.matchAll(/href="\/admin\/users\/([0-9a-f-]{36})"/g)].map(m => m[1])
  const page = (await get(first, '/admin/users?name=twin')).body
  const next = /href="(\/admin\/users\?[^"]*)" rel="next"/.exec(page)![1]!.replaceAll('&amp;', '&')
  const rest = (await get(first, next)).body
  expect(ids(page)).toHaveLength(pageLength)
  expect(ids(rest)).toHaveLength(7)
  expect(new Set([...ids(page), ...ids(rest)]).size).toBe(pageLength + 7)
  expect(rest).not.toContain('rel="next"')
})

test('whom a list showed stands in the audit log', async () => {
  await get(first, '/admin/users?name=invited@')
  const [entry] = await entriesOf(db, first)
  expect(entry).toMatchObject({
    verb: 'admin.read',
    class: 'consultation',
    subjects: [invited.id],
    person_id: null,
  })
})
