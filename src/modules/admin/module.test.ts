import { expect, test } from 'vitest'
import { formOf } from '../../../tests/builders/forms.ts'
import { aPerson } from '../../../tests/builders/people.ts'
import { adminSite } from './testing/site.ts'
import { proposing } from './testing/proposing.ts'

const site = await adminSite()
const { db, team, partners, get, post } = site
const { as, proposed, owner, rolesOf } = proposing(site)

test('whoever gives access on an old proof is asked to show it again: nothing is lost, and nothing done', async () => {
  const proven = await aPerson(db, { team: partners, role: 'administrator' })
  const colleague = await as()
  const waits = await proposed(colleague)
  const form = formOf((await get(proven, waits)).body)
  const users = `/admin/users/${colleague.id}`
  await owner(
    `update access.session set proven_at = now() - interval '10 minutes' where user_id = $1`,
    proven.id,
  )
  const giving = [
    `${users}/postings/new`,
    `${users}/invitation`,
    `${users}/opening`,
    `/admin/agencies/${team.agencyId}/admission`,
    `/admin/tokens/${colleague.id}/new`,
    waits,
  ]
  for (const url of giving)
    for (const answer of [
      await get(proven, url),
      await post(proven, url, { ...form, decision: 'agree' }),
    ])
      expect([answer.statusCode, answer.headers.location], url).toEqual([
        303,
        `/account/proof?next=${encodeURIComponent(url)}`,
      ])
  expect(await rolesOf(colleague)).toEqual(['training-lead'])
  for (const url of ['/admin/waiting', `${users}/closing`, `${users}/signing-out`])
    expect((await get(proven, url)).statusCode, url).toBe(200)
  await owner('update access.session set proven_at = now() where user_id = $1', proven.id)
  expect(formOf((await get(proven, waits)).body)).toMatchObject({ decision: 'agree' })
})
