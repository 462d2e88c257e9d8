import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam } from '../../../../tests/builders/people.ts'
import { adminSite, entriesOf, postingOf } from '../testing/site.ts'

const site = await adminSite()
const { db, app, office, team, partners, first, second, get, post, fill, agree } = site

const aNewColleague = () => aPerson(db, { team, role: 'investigator' })
const fields = { given: 'Ines', family: 'Hallow', agency: team.agencyId }

test('an administrator makes an account, invites its holder and proposes a posting', async () => {
  const made = await fill(first, '/admin/users/new', {
    ...fields,
    email: 'Ines@Ardenshire.example',
  })
  expect(made.statusCode).toBe(303)
  const at = String(made.headers.location).replace('/invitation', '')
  const id = at.split('/').at(-1)!
  const invited = await fill(first, `${at}/invitation`)
  expect(invited.statusCode).toBe(200)
  const address = addressIn(invited.body)
  expect((await app.inject({ url: address })).statusCode).toBe(404)
  expect(textOfPage((await get(first, at)).body)).toContain('waits for a second administrator')
  expect((await agree(second, id)).statusCode).toBe(200)
  expect(textOfPage((await app.inject({ url: address })).body)).toContain('Ines')
  const given = await fill(first, `${at}/postings/new`, { team: team.id, role: 'supervisor' })
  expect(given.headers.location).toBe(`${at}#waiting`)
  const page = textOfPage((await get(first, at)).body)
  for (const words of ['ines@ardenshire.example', 'Posting as supervisor', 'not taken up'])
    expect(page).toContain(words)
  const entries = await entriesOf(db, first)
  for (const verb of ['user.create', 'user.invite', 'posting.propose']) {
    expect(entries.find(entry => entry.verb === verb)).toMatchObject({
      class: 'alteration',
      outcome: 'done',
      subjects: [id],
      case_id: null,
      person_id: null,
    })
  }
})

const addressIn = (body: string): string => /\/invitations\/[\w-]{43}/.exec(body)![0]

test('the address of an invitation is shown once: sent again, the form shows nothing and makes nothing', async () => {
  const made = await fill(first, '/admin/users/new', {
    ...fields,
    email: 'once@ardenshire.example',
  })
  const url = String(made.headers.location)
  const id = url.split('/').at(-2)!
  const form = formOf((await get(first, url)).body)
  const shown = await post(first, url, form)
  const again = await post(first, url, form)
  expect(shown.body).toContain('/invitations/')
  expect(again.statusCode).toBe(303)
  await agree(second, id)
  const address = addressIn(shown.body)
  expect((await app.inject({ url: address })).statusCode).toBe(200)
  const anew = await fill(first, url)
  expect((await app.inject({ url: address })).statusCode).toBe(404)
  await agree(second, id)
  expect((await app.inject({ url: addressIn(anew.body) })).statusCode).toBe(200)
})

test('an e-mail address that has an account makes no second one, and what was typed stays', async () => {
  const email = 'twice@ardenshire.example'
  await fill(first, '/admin/users/new', { ...fields, email })
  const again = await fill(first, '/admin/users/new', {
    ...fields,
    family: 'Marsh',
    email: `${email} `,
  })
  expect(again.statusCode).toBe(400)
  expect(textOfPage(again.body)).toContain('There is an account with this e-mail address already')
  expect(formOf(again.body)).toMatchObject({ family: 'Marsh', agency: team.agencyId })
  const { rows } = await asOwner(db, client =>
    client.query(`select from access.user_account where family_name = 'Marsh'`),
  )
  expect(rows).toEqual([])
})

test.each([
  ['no agency', { agency: '' }, 'Choose an agency'],
  [
    'an agency of another area',
    { agency: '00000000-0000-4000-8000-000000000000' },
    'Choose an agency from the list',
  ],
  ['no name', { given: ' ' }, 'Enter the given name'],
  ['an address without @', { email: 'ines' }, 'Enter an e-mail address, like'],
])('%s makes no account', async (_, change, sentence) => {
  const sent = { ...fields, email: 'bad@ardenshire.example', ...change }
  const answer = await fill(first, '/admin/users/new', sent)
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain(sentence)
  expect(formOf(answer.body)).toMatchObject({ family: 'Hallow' })
})

test('a posting that ends is gone with the next request', async () => {
  const colleague = await aNewColleague()
  expect((await get(colleague, '/cases')).statusCode).toBe(200)
  const at = `/admin/users/${colleague.id}`
  const ended = await fill(first, `${at}/postings/${await postingOf(db, colleague)}/end`)
  expect(ended.statusCode).toBe(303)
  expect((await get(colleague, '/cases')).statusCode).toBe(404)
  expect(textOfPage((await get(first, at)).body)).toContain('Postings before')
  const [, entry] = await entriesOf(db, first)
  expect(entry).toMatchObject({ verb: 'posting.end', outcome: 'done', subjects: [colleague.id] })
})

test('an account that is closed is out with the next request, and opens without its old sessions', async () => {
  const colleague = await aNewColleague()
  const at = `/admin/users/${colleague.id}`
  await fill(first, `${at}/closing`)
  expect((await get(colleague, '/work')).headers.location).toContain('/sign-in')
  expect(textOfPage((await get(first, at)).body)).toContain('Closed')
  expect(textOfPage((await fill(first, `${at}/closing`)).body)).toContain('closed already')
  expect((await fill(first, `${at}/opening`)).statusCode).toBe(303)
  expect(textOfPage((await fill(first, `${at}/opening`)).body)).toContain('proposed already')
  expect(textOfPage((await get(first, at)).body)).toContain('Closed')
  expect((await agree(second, colleague.id)).headers.location).toBe(at)
  expect(textOfPage((await get(first, at)).body)).not.toContain('Closed')
  expect(textOfPage((await fill(first, `${at}/opening`)).body)).toContain('open already')
  expect((await get(colleague, '/work')).headers.location).toContain('/sign-in')
  expect((await entriesOf(db, first)).map(({ verb }) => verb)).toContain('opening.propose')
})

test('somebody signed out everywhere is out with the next request', async () => {
  const colleague = await aNewColleague()
  expect(textOfPage((await get(first, `/admin/users/${colleague.id}`)).body)).toContain(
    'demonstration',
  )
  await fill(first, `/admin/users/${colleague.id}/signing-out`)
  expect((await get(colleague, '/work')).headers.location).toContain('/sign-in')
  expect(textOfPage((await get(first, `/admin/users/${colleague.id}`)).body)).toContain('Nowhere')
})

test('nobody gives, ends or opens anything for themselves, on the page or past it', async () => {
  const at = `/admin/users/${first.id}`
  expect(textOfPage((await get(first, at)).body)).toContain('another administrator changes it')
  const posting = await postingOf(db, first)
  const tries: [string, Record<string, string>][] = [
    [`${at}/postings/new`, { team: partners.id, role: 'administrator' }],
    [`${at}/postings/${posting}/end`, {}],
    [`${at}/closing`, {}],
    [`${at}/opening`, {}],
    [`${at}/invitation`, {}],
  ]
  await withAddress(first, 'first@ardenshire.example')
  for (const [url, sent] of tries) {
    const answer = await fill(first, url, sent)
    expect(answer.statusCode, url).toBe(400)
    expect(textOfPage(answer.body), url).toContain('This is your own account')
    const [entry] = await entriesOf(db, first)
    expect(entry, url).toMatchObject({ outcome: 'refused', asked: first.id, subjects: [] })
  }
  expect((await get(first, '/admin')).statusCode).toBe(200)
})

const withAddress = ({ id }: { id: string }, email: string) =>
  asOwner(db, client =>
    client.query('insert into access.user_contact (user_id, email) values ($1, $2)', [id, email]),
  )

test('in the own line another administrator gives and ends postings, invites and opens', async () => {
  const chief = await aPerson(db, { team: office, role: 'supervisor' })
  await withAddress(chief, 'chief@ardenshire.example')
  const at = `/admin/users/${chief.id}`
  const posting = await postingOf(db, chief)
  const tries: [string, Record<string, string>][] = [
    [`${at}/postings/new`, { team: team.id, role: 'supervisor' }],
    [`${at}/postings/${posting}/end`, {}],
    [`${at}/invitation`, {}],
  ]
  for (const [url, sent] of tries)
    expect(textOfPage((await fill(first, url, sent)).body), url).toContain('work in one line')
  // Shutting out is always possible; letting in again is for another.
  expect((await fill(first, `${at}/closing`)).statusCode).toBe(303)
  expect(textOfPage((await fill(first, `${at}/opening`)).body)).toContain('work in one line')
  expect((await fill(second, `${at}/opening`)).statusCode).toBe(303)
  expect(textOfPage((await agree(first, chief.id)).body)).toContain('another administrator decides')
  const third = await aPerson(db, { team: partners, role: 'administrator' })
  expect((await agree(third, chief.id)).statusCode).toBe(303)
  const others = await fill(second, `${at}/postings/new`, { team: team.id, role: 'supervisor' })
  expect(others.statusCode).toBe(303)
})

test('an administrator chooses no supervisor for the own team', async () => {
  const colleague = await aNewColleague()
  const url = `/admin/users/${colleague.id}/postings/new`
  const answer = await fill(first, url, { team: office.id, role: 'supervisor' })
  expect(textOfPage(answer.body)).toContain('work in one line')
})

test.each([
  ['no team', { team: '', role: 'analyst' }, 'Choose a team'],
  [
    'a team of another area',
    { team: '00000000-0000-4000-8000-000000000000', role: 'analyst' },
    'Choose a team from the list',
  ],
  ['a role that is none', { role: 'king' }, 'Choose a role from the list'],
  ['no role', { role: '' }, 'Choose a role'],
  [
    'a last day that is over',
    { role: 'analyst', until: '2020-01-01' },
    'Enter a last day that is not over',
  ],
  ['a last day that is none', { role: 'analyst', until: '2027-02-30' }, 'Enter the last day, like'],
  [
    'the whole area for a role without cases',
    { role: 'board-member', reach: 'area' },
    'cannot reach those of the area',
  ],
  ['an administrator who works on cases', { role: 'administrator' }, 'see no case'],
  ['what they have', { role: 'investigator' }, 'They have this posting now'],
])('%s: no posting, and what was chosen stays', async (_, change, sentence) => {
  const colleague = await aNewColleague()
  const url = `/admin/users/${colleague.id}/postings/new`
  const answer = await fill(second, url, { team: team.id, ...change })
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain(sentence)
  expect(formOf(answer.body)).toMatchObject(
    ['', 'king'].includes(change.role) ? {} : { role: change.role },
  )
  const { rowCount } = await asOwner(db, client =>
    client.query('select from access.posting where user_id = $1', [colleague.id]),
  )
  expect(rowCount).toBe(1)
})

test('a posting with a last day holds until that day is over in the partnership', async () => {
  const colleague = await aNewColleague()
  const url = `/admin/users/${colleague.id}/postings/new`
  await fill(first, url, { team: team.id, role: 'analyst', reach: 'area', until: '2099-07-01' })
  await agree(second, colleague.id)
  const { rows } = await asOwner(db, client =>
    client.query(
      `select until_at = '2099-07-01T23:00:00Z' as summer, force_wide, posted_by, agreed_by from access.posting
       where user_id = $1 and role = 'analyst'`,
      [colleague.id],
    ),
  )
  expect(rows).toEqual([
    { summer: true, force_wide: true, posted_by: first.id, agreed_by: second.id },
  ])
})

test('two administrators who propose the same posting at once propose one', async () => {
  const colleague = await aNewColleague()
  const url = `/admin/users/${colleague.id}/postings/new`
  const sent = { team: team.id, role: 'analyst' }
  const answers = await Promise.all([first, second].map(one => fill(one, url, sent)))
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([303, 400])
})

test.each(['missing', '00000000-0000-4000-8000-000000000000', "'"])(
  'a user %s is answered like a page that is not there',
  async id => {
    const answer = await get(first, `/admin/users/${encodeURIComponent(id)}`)
    expect(answer.statusCode).toBe(404)
  },
)

test('nobody but an administrator learns that there is such a page', async () => {
  const colleague = await aNewColleague()
  const supervisor = await aPerson(db, { team, role: 'supervisor' })
  const absent = (await get(supervisor, '/cases/TS-0000-0000')).body
  for (const url of ['/admin', '/admin/users', `/admin/users/${colleague.id}`, '/admin/users/new'])
    expect((await get(supervisor, url)).body).toBe(absent)
})

test('a user of another area is absent', async () => {
  const elsewhere = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  for (const page of ['', '/closing', '/invitation', '/postings/new'])
    expect((await get(first, `/admin/users/${elsewhere.id}${page}`)).statusCode).toBe(404)
})
