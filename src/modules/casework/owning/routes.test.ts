import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../tests/builders/people.ts'
import { testSite } from '../people/testing/site.ts'
import './routes.ts'

const site = await testSite()

async function aCaseOfATeam() {
  const team = await aTeam(site.db)
  const owner = await aPerson(site.db, { team, role: 'investigator' })
  const colleague = await aPerson(site.db, { team, role: 'investigator' })
  const reference = await site.openCase(owner)
  return { team, owner, colleague, reference, at: `/cases/${reference}` }
}

test('a colleague takes a case, owns it from then on, and finds it among the own', async () => {
  const { owner, colleague, reference, at } = await aCaseOfATeam()
  expect((await site.get(colleague, at)).body).toContain(`href="${at}/owner"`)
  const page = textOfPage((await site.get(colleague, `${at}/owner`)).body)
  expect(page).toContain(`${owner.name} owns this case now`)
  expect((await site.send(colleague, `${at}/owner`, {})).statusCode).toBe(303)
  expect(await site.lastEntry(colleague)).toMatchObject({ verb: 'case.edit', outcome: 'done' })
  const taken = await site.get(colleague, at)
  expect(textOfPage(taken.body)).toContain(`Owner ${colleague.name}`)
  expect(taken.body).not.toContain(`href="${at}/owner"`)
  expect((await site.get(colleague, '/cases?own=yes')).body).toContain(reference)
  expect((await site.get(owner, '/cases?own=yes')).body).not.toContain(reference)
})

test('a case that another team was given is taken by somebody there', async () => {
  const { team, reference, at } = await aCaseOfATeam()
  const supervisor = await aPerson(site.db, { team, role: 'supervisor' })
  const beside = await aTeam(site.db, { beside: team })
  const taker = await aPerson(site.db, { team: beside, role: 'investigator' })
  await site.send(supervisor, `${at}/team`, {
    team: `${beside.name}, Agency of ${team.name}`,
  })
  expect(textOfPage((await site.get(taker, at)).body)).toContain('Owner Nobody yet')
  expect((await site.send(taker, `${at}/owner`, {})).statusCode).toBe(303)
  expect((await site.get(taker, '/cases?own=yes')).body).toContain(reference)
})

test('of two who take a case at once the second is told who did', async () => {
  const { team, colleague, at } = await aCaseOfATeam()
  const third = await aPerson(site.db, { team, role: 'investigator' })
  const before = formOf((await site.get(third, `${at}/owner`)).body)
  await site.send(colleague, `${at}/owner`, {})
  const late = await site.post(third, `${at}/owner`, before)
  expect(late.statusCode).toBe(400)
  expect(textOfPage(late.body)).toContain(`Owner ${colleague.name}`)
})

test('whoever may only read a case takes none', async () => {
  const { owner, team, reference, at } = await aCaseOfATeam()
  const agency = await aTeam(site.db, { beside: team, agency: 'new' })
  const partner = await aPerson(site.db, { team: agency, role: 'practitioner' })
  await site.shareWith(owner, reference, partner)
  expect((await site.get(partner, at)).body).not.toContain(`href="${at}/owner"`)
  expect((await site.get(partner, `${at}/owner`)).statusCode).toBe(404)
})
