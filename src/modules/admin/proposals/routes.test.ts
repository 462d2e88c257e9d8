import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { adminSite, entriesOf } from '../testing/site.ts'
import { proposing } from '../testing/proposing.ts'

const site = await adminSite()
const { db, team, office, partners, first, second, get, post, fill } = site
const third = await aPerson(db, { team: partners, role: 'administrator' })
const elsewhere = await aPerson(db, { team: await aTeam(db), role: 'administrator' })

const { as, placeIn, proposed, owner, rolesOf } = proposing(site)

const said = async (by: TestPerson, at: string, fields: Record<string, string>) =>
  textOfPage((await fill(by, at, fields)).body)

test('a posting that is proposed gives nothing; agreed to, it holds with the next request', async () => {
  const colleague = await as()
  expect(textOfPage((await get(second, '/admin')).body)).toMatch(/Waiting for you 0/)
  const at = await proposed(colleague)
  expect((await get(colleague, '/cases')).statusCode).toBe(404)
  const [mine, theirs] = [await get(first, '/admin/waiting'), await get(second, '/admin/waiting')]
  expect(textOfPage(mine.body)).toMatch(
    /Nothing waits for you.*another administrator.*as investigator/,
  )
  for (const words of [colleague.name, `Posting as investigator: ${team.name}`, first.name])
    expect(textOfPage(theirs.body)).toContain(words)
  expect(textOfPage((await get(second, '/admin')).body)).toMatch(/Waiting for you 1 Show/)
  expect(textOfPage((await get(first, '/admin')).body)).toMatch(/Waiting for you 0/)
  const answer = await fill(second, at, { decision: 'agree' })
  expect(answer.headers.location).toBe(`/admin/users/${colleague.id}`)
  expect((await get(colleague, '/cases')).statusCode).toBe(200)
  expect(textOfPage((await get(first, `/admin/users/${colleague.id}`)).body)).toContain(
    `${first.name}, agreed by ${second.name}`,
  )
  expect(textOfPage((await get(first, '/admin/waiting')).body)).toContain(
    `${second.name} agreed at`,
  )
  const [shown, entry] = await entriesOf(db, second)
  expect([shown?.verb, entry]).toMatchObject([
    'proposal.decide',
    { verb: 'admin.read', outcome: 'done', subjects: [colleague.id] },
  ])
  expect(shown).toMatchObject({ subjects: [colleague.id], codes: ['agree', 'posting'] })
})

test('whoever proposed it does not decide it, nor whom it is for, nor somebody in their line', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const form = formOf((await get(second, '/admin/settings/session-idle')).body)
  const own = {
    ...form,
    _token: formOf((await get(first, `${at}/withdrawal`)).body)['_token'] ?? '',
  }
  const answer = await post(first, at, { ...own, _key: '', decision: 'agree' })
  expect(textOfPage(answer.body)).toContain('You proposed this yourself')
  const decline = await post(first, at, {
    ...own,
    _key: '',
    decision: 'decline',
    why: 'Not known here',
  })
  expect(textOfPage(decline.body)).toContain('You proposed this yourself')
  const [entry] = await entriesOf(db, first)
  expect(entry).toMatchObject({ verb: 'proposal.decide', outcome: 'refused', asked: colleague.id })
  const chief = await aPerson(db, { team: office, role: 'supervisor' })
  const about = await proposed(chief, second)
  expect(textOfPage((await get(first, about)).body)).toContain('another administrator decides')
  expect(formOf((await get(first, about)).body)).toEqual({})
  const forMe = await aPerson(db, { team: partners, role: 'administrator' })
  const sent = { team: team.id, role: 'training-lead' }
  await fill(first, `/admin/users/${forMe.id}/postings/new`, sent)
  const mine = placeIn(await get(first, `/admin/users/${forMe.id}`))
  const token = formOf((await get(forMe, '/admin/settings/session-idle')).body)['_token'] ?? ''
  for (const fields of [
    { decision: 'agree' },
    { decision: 'decline', why: 'I want another one' },
  ]) {
    const tried = await post(forMe, mine, { ...fields, _token: token })
    expect(textOfPage(tried.body)).toContain('This is your own account')
  }
  expect(await rolesOf(forMe)).toEqual(['administrator'])
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
})

test('a proposal of another area is answered as one that never was, and nobody else sees any', async () => {
  const at = await proposed(await as())
  const never = '/admin/waiting/00000000-0000-4000-8000-000000000000'
  for (const page of ['', '/withdrawal']) {
    const absent = await get(elsewhere, `${never}${page}`)
    expect((await get(elsewhere, `${at}${page}`)).body).toBe(absent.body)
    expect(absent.statusCode).toBe(404)
  }
  const token = formOf((await get(elsewhere, '/admin/settings/session-idle')).body)['_token'] ?? ''
  const answer = await post(elsewhere, at, { decision: 'agree', _token: token })
  expect(answer.statusCode).toBe(404)
  expect((await get(await as('investigator'), '/admin/waiting')).statusCode).toBe(404)
  expect(textOfPage((await get(elsewhere, '/admin/waiting')).body)).toContain(
    'turnstone admin invite EMAIL',
  )
  expect(textOfPage((await get(first, '/admin/waiting')).body)).not.toContain('turnstone admin')
  expect((await get(third, `${at}/withdrawal`)).statusCode).toBe(404)
})

test('declined, with a reason, it gives nothing; a short reason stays on the page', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const short = await fill(second, at, { decision: 'decline', why: 'No' })
  expect(textOfPage(short.body)).toContain('Say why you do not agree')
  expect(formOf(short.body)).toMatchObject({ decision: 'decline', why: 'No' })
  expect(await said(second, at, { decision: '' })).toContain('Choose whether you agree')
  const answer = await fill(second, at, { decision: 'decline', why: 'They left us in May' })
  expect(answer.statusCode).toBe(303)
  const page = textOfPage((await get(first, at)).body)
  for (const words of [`${second.name} did not agree`, 'They left us in May'])
    expect(page).toContain(words)
  expect(await said(third, at, { decision: 'agree' })).toContain('did not agree')
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
})

test('whoever proposed it takes it back, and nobody agrees to it any more', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  expect((await fill(first, `${at}/withdrawal`)).statusCode).toBe(303)
  expect(await said(first, `${at}/withdrawal`, {})).toContain('This waits no more')
  expect(textOfPage((await get(second, at)).body)).toContain('Withdrawn at')
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
  const again = await proposed(colleague)
  expect(again).not.toBe(at)
})

test('nobody decides for a week: it lapses, and may be proposed again', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const form = formOf((await get(second, at)).body)
  await owner(
    `update access.proposal set proposed_at = now() - interval '8 days', lapses_at = now() - interval '1 second' where user_id = $1`,
    colleague.id,
  )
  const answer = await post(second, at, { ...form, decision: 'agree' })
  expect(textOfPage(answer.body)).toContain('This waits no more')
  expect(textOfPage((await get(second, at)).body)).toContain('nobody had decided')
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
  expect(await proposed(colleague)).not.toBe(at)
})

test('nobody can agree to a new invitation of the only other administrator; the page says what to do', async () => {
  const lonely = await aTeam(db)
  const [one, other] = [
    await aPerson(db, { team: lonely, role: 'administrator' }),
    await aPerson(db, { team: lonely, role: 'administrator' }),
  ]
  const alone = textOfPage((await get(one, `/admin/users/${other.id}/postings/new`)).body)
  expect(alone).toContain('turnstone admin invite EMAIL')
  const withMe = await get(one, `/admin/users/${one.id}/postings/new`)
  expect(textOfPage(withMe.body)).toContain(`until a second administrator agrees: ${other.name}`)
})

test('nothing about a proposal can be changed past the functions that are made for it', async () => {
  await proposed(await as())
  const rights = await owner(
    `select has_table_privilege('turnstone_app', 'access.proposal', 'insert, update, delete') as writes,
       has_column_privilege('turnstone_app', 'access.proposal', 'other_half', 'select') as half,
       has_column_privilege('turnstone_app', 'access.proposal', 'token_hash', 'select') as digest`,
  )
  expect(rights).toEqual([{ writes: false, half: false, digest: false }])
})
