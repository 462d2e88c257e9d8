import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { adminSite, postingOf } from '../../testing/site.ts'
import { proposing } from '../../testing/proposing.ts'

const site = await adminSite()
const { db, office, partners, first, second, get, post, fill } = site
const { as, placeIn, proposed, owner, rolesOf } = proposing(site)
const third = await aPerson(db, { team: partners, role: 'administrator' })

const changes: Readonly<
  Record<
    string,
    [change: (colleague: TestPerson, proposer: TestPerson) => Promise<unknown>, says: string]
  >
> = {
  'the account was closed': [
    ({ id }) => fill(third, `/admin/users/${id}/closing`),
    'This waits no more',
  ],
  'the agency was stopped': [
    ({ team: { agencyId } }) =>
      owner('update access.agency set stopped_at = now() where id = $1', agencyId),
    'is closed now, so nothing was given',
  ],
  'they are an administrator': [
    ({ id }) =>
      owner(
        `insert into access.posting (user_id, team_id, role) values ($1, $2, 'administrator')`,
        id,
        partners.id,
      ),
    'another role by now',
  ],
  'they have the posting': [
    ({ id, team: { id: teamId } }) =>
      owner(
        `insert into access.posting (user_id, team_id, role) values ($1, $2, 'investigator')`,
        id,
        teamId,
      ),
    'They have this posting by now',
  ],
  'the proposer is no administrator': [
    async (_, proposer) =>
      fill(third, `/admin/users/${proposer.id}/postings/${await postingOf(db, proposer)}/end`),
    'This waits no more',
  ],
  'the account of the proposer was closed': [
    (_, { id }) => fill(third, `/admin/users/${id}/closing`),
    'This waits no more',
  ],
  'the proposer works in their line': [
    async ({ id, team: { id: teamId } }, proposer) => {
      await owner(
        `insert into access.posting (user_id, team_id, role) values ($1, $2, 'training-lead')`,
        proposer.id,
        partners.id,
      )
      await owner(
        `insert into access.posting (user_id, team_id, role) values ($1, $2, 'supervisor')`,
        id,
        partners.id,
      )
      return teamId
    },
    'works in one line with this person now',
  ],
}

test.each(Object.entries(changes))(
  'everything is looked at again when somebody agrees: %s',
  async (_, [change, says]) => {
    const other = await aTeam(db, { beside: office, agency: 'new' })
    const colleague = await aPerson(db, { team: other, role: 'training-lead' })
    const proposer = await aPerson(db, { team: partners, role: 'administrator' })
    await fill(proposer, `/admin/users/${colleague.id}/postings/new`, {
      team: other.id,
      role: 'investigator',
    })
    const at = placeIn(await get(proposer, `/admin/users/${colleague.id}`))
    const fourth = await aPerson(db, { team: office, role: 'administrator' })
    const form = formOf((await get(fourth, at)).body)
    await change(colleague, proposer)
    const answer = await post(fourth, at, { ...form, decision: 'agree' })
    expect(answer.statusCode).toBe(400)
    expect(textOfPage(answer.body)).toContain(says)
    const given = await owner(
      'select from access.posting where user_id = $1 and agreed_by is not null',
      colleague.id,
    )
    expect(given).toEqual([])
  },
)

test('two who agree at once give one posting', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const answers = await Promise.all(
    [second, third].map(one => fill(one, at, { decision: 'agree' })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([303, 400])
  expect(await rolesOf(colleague)).toEqual(['investigator', 'training-lead'])
})

test.each([1, 2, 3, 4])('agreed to and withdrawn at once, one of the two holds (%i)', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const [agreed, withdrawn] = await Promise.all([
    fill(second, at, { decision: 'agree' }),
    fill(first, `${at}/withdrawal`),
  ])
  expect([agreed.statusCode, withdrawn.statusCode].sort((a, b) => a - b)).toEqual([303, 400])
  const holds = agreed.statusCode === 303
  expect(await rolesOf(colleague)).toEqual(
    holds ? ['investigator', 'training-lead'] : ['training-lead'],
  )
})

test('an administrator who is closed while agreeing gives nothing', async () => {
  const colleague = await as()
  const at = await proposed(colleague)
  const fourth = await aPerson(db, { team: partners, role: 'administrator' })
  const form = formOf((await get(fourth, at)).body)
  const [closed, agreed] = await Promise.all([
    fill(third, `/admin/users/${fourth.id}/closing`),
    post(fourth, at, { ...form, decision: 'agree' }),
  ])
  expect(closed.statusCode).toBe(303)
  const given = agreed.statusCode === 303 && agreed.headers.location?.startsWith('/admin') === true
  expect(await rolesOf(colleague)).toEqual(
    given ? ['investigator', 'training-lead'] : ['training-lead'],
  )
})
