import { expect, test } from 'vitest'
import { formOf } from '../builders/forms.ts'
import { aPerson, asOwner, aTeam } from '../builders/people.ts'
import { oversightSite } from './site.ts'

const site = await oversightSite()
const { db } = site

const team = await aTeam(db)
const auditor = await aPerson(db, {
  team: await aTeam(db, { beside: team }),
  role: 'standards-auditor',
})
const officer = await aPerson(db, { team, role: 'investigator' })
await site.settled()
const looked = await site.entry({ by: officer, allowedBy: 'team' })
await site.entry({ by: officer, class: 'alteration', verb: 'case.edit' })

const proven = (ago: string) =>
  asOwner(db, client =>
    client.query('update access.session set proven_at = now() - $2::interval where user_id = $1', [
      auditor.id,
      ago,
    ]),
  )

const take = (query: string) => site.fill(auditor, `/audit-log/export?${query}`, {})

test('entries that were asked for come as a file, and taking it is a disclosure in the log', async () => {
  await proven('1 minute')
  const file = await take('verb=case.read')
  expect(file.statusCode).toBe(200)
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.headers['content-disposition']).toBe('attachment; filename="audit-log.csv"')
  const [head = '', row = '', ...rest] = file.body.trim().split('\r\n')
  expect(head).toContain('entry,at (UTC),who,roles then')
  expect(row).toContain(looked)
  expect(row).toContain(
    `${officer.name},investigator,Agency of ${team.name},${officer.id},case.read,Open a case`,
  )
  expect(rest).toEqual([])
  expect(await site.lastOf(auditor)).toMatchObject({
    verb: 'log.export',
    class: 'disclosure',
    recipient: auditor.id,
    codes: ['rows-1'],
  })
})

test('what a spreadsheet would run as a formula is text', async () => {
  await proven('1 minute')
  const names = ['=2+5', '+1', '-1', '@sum', '\t=1', '\r=1']
  for (const family of names) {
    const person = await aPerson(db, { team, role: 'investigator' })
    await asOwner(db, client =>
      client.query(
        `update access.user_account set given_name = $2, family_name = 'Fell' where id = $1`,
        [person.id, family],
      ),
    )
    await site.entry({ by: person, verb: 'work.read' })
  }
  const { body } = await take('verb=work.read')
  const cells = body.split(/[,\n]/).map(cell => cell.replace(/^"/, ''))
  expect(body).toContain(`'=2+5 Fell`)
  for (const cell of cells) expect(cell, JSON.stringify(cell)).not.toMatch(/^[=+\-@\t]/)
})

test('without a second factor shown just now there is no file, and what was asked is there afterwards', async () => {
  await proven('6 minutes')
  const page = await site.get(auditor, '/audit-log/export?verb=case.edit')
  expect(page.statusCode).toBe(303)
  expect(page.headers.location).toBe('/account/proof?next=/audit-log/export')
  await proven('1 minute')
  const back = await site.get(auditor, '/audit-log/export')
  expect(formOf(back.body)).toMatchObject({ verb: 'case.edit' })
  await proven('6 minutes')
  const sent = await site.post(auditor, '/audit-log/export', formOf(back.body))
  expect(sent.statusCode).toBe(303)
  expect(sent.headers.location).toBe('/audit-log/export?verb=case.edit')
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'log.read' })
})

test('a form from elsewhere takes nothing out', async () => {
  await proven('1 minute')
  const sent = await site.post(auditor, '/audit-log/export', {
    verb: 'case.read',
    _token: 'guessed',
  })
  expect(sent.statusCode).toBe(303)
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'log.read' })
})
