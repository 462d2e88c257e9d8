import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { adminSite } from '../../testing/site.ts'
import { proposing } from '../../testing/proposing.ts'

const site = await adminSite()
const { app, first, second, get, post, fill } = site
const { as, placeIn, owner } = proposing(site)

test('the address and the code of an invitation are shown to one administrator each, once', async () => {
  const colleague = await as()
  await owner(
    `insert into access.user_contact (user_id, email) values ($1, 'halves@ardenshire.example')`,
    colleague.id,
  )
  const shown = await fill(first, `/admin/users/${colleague.id}/invitation`)
  const address = /\/invitations\/[\w-]{43}/.exec(shown.body)![0]
  const at = placeIn(await get(second, `/admin/users/${colleague.id}`))
  const form = { ...formOf((await get(second, at)).body), decision: 'agree' }
  const agreed = await post(second, at, form)
  expect(agreed.body).not.toContain(address)
  const code = /id="shown-once">([0-9A-Z-]{9})</.exec(agreed.body)![1]!
  expect((await post(second, at, form)).statusCode).toBe(303)
  for (const page of ['/admin/waiting', at, `/admin/users/${colleague.id}`])
    for (const who of [first, second]) expect((await get(who, page)).body).not.toContain(code)
  expect((await app.inject(address)).statusCode).toBe(200)
  const kept = await owner(
    `select i.invited_by, i.agreed_by, i::text like '%' || $2 || '%' as readable from access.invitation i where user_id = $1`,
    colleague.id,
    code,
  )
  expect(kept).toEqual([{ invited_by: first.id, agreed_by: second.id, readable: false }])
})

test.each([
  ['declined', (at: string) => fill(second, at, { decision: 'decline', why: 'They lost nothing' })],
  ['withdrawn', (at: string) => fill(first, `${at}/withdrawal`)],
])('an invitation that is %s opens nothing any more', async (_, end) => {
  const colleague = await as()
  await owner(
    'insert into access.user_contact (user_id, email) values ($1, $2)',
    colleague.id,
    `${colleague.id}@ardenshire.example`,
  )
  await fill(first, `/admin/users/${colleague.id}/invitation`)
  const at = placeIn(await get(first, `/admin/users/${colleague.id}`))
  expect((await end(at)).statusCode).toBe(303)
  const rows = await owner(
    'select ended_at is not null as ended from access.invitation where user_id = $1',
    colleague.id,
  )
  expect(rows).toEqual([{ ended: true }])
  expect(textOfPage((await get(first, `/admin/users/${colleague.id}`)).body)).toContain(
    'None is waiting',
  )
})
