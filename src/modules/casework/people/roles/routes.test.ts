import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../../tests/builders/people.ts'
import { testSite } from '../testing/site.ts'
import './routes.ts'

const site = await testSite()
const { db } = site

async function aRole() {
  const officer = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { role: 'suspect', born: '1980' })
  const [entry] = await site.rows(
    'select id from casework.case_person order by added_at desc limit 1',
  )
  const [personId = ''] = await site.peopleOn(reference)
  return {
    officer,
    reference,
    personId,
    url: `/cases/${reference}/people/${String(entry?.['id'])}/edit`,
  }
}

test('a role ends on a day and its source is changed, and the log says so', async () => {
  const { officer, reference, personId, url } = await aRole()
  const answer = await site.send(officer, url, { until: '3 11 2026', source: 'Interview' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${reference}`])
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'case.edit',
    class: 'alteration',
    case_id: await site.caseId(reference),
    person_id: personId,
  })
  expect(textOfPage((await site.get(officer, `/cases/${reference}`)).body)).toContain(
    'suspect 1980 1 October 2026 to 3 November 2026 Interview',
  )
  expect(formOf((await site.get(officer, url)).body)).toMatchObject({
    until: '3 November 2026',
    source: 'Interview',
  })
})

test.each([
  [{ until: '30 9 2026' }, 'Enter a last day that is not before the first'],
  [{ until: '24 11 2026' }, 'Enter a day that is not in the future'],
  [{ until: 'lately' }, 'Enter the last day like 23 11 2026, or leave it empty'],
  [{ source: ' ' }, 'Enter where this is known from'],
])('a role that is changed to %o is shown again with "%s"', async (fields, sentence) => {
  const { officer, url } = await aRole()
  const answer = await site.send(officer, url, fields)
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain(sentence)
  expect(formOf(answer.body)).toMatchObject(fields)
})

test('two people who change one role get the page that shows both', async () => {
  const { officer, url } = await aRole()
  const colleague = await aPerson(db, { team: officer.team, role: 'supervisor' })
  const before = formOf((await site.get(officer, url)).body)
  await site.send(colleague, url, { source: 'A statement' })
  const late = await site.post(officer, url, { ...before, until: '3 11 2026' })
  expect(late.statusCode).toBe(400)
  expect(textOfPage(late.body)).toContain('Last day in this role nothing 3 11 2026')
  expect(textOfPage(late.body)).toContain('Source A statement Her teacher')
})

test('a role is changed through its own case alone, and by those who may change it', async () => {
  const { officer, reference, url } = await aRole()
  const other = await site.openCase(officer)
  const absent = await site.get(officer, `/cases/${other}/people/${randomUUID()}/edit`)
  const crossed = await site.get(officer, url.replace(reference, other))
  expect([crossed.statusCode, crossed.body]).toEqual([404, absent.body])
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'practitioner' })
  await site.shareWith(officer, reference, partner)
  expect((await site.get(partner, url)).statusCode).toBe(404)
  const fields = { until: '3 11 2026', source: 'x' }
  expect((await site.post(partner, url, fields)).statusCode).toBe(404)
  expect(textOfPage((await site.get(partner, `/cases/${reference}`)).body)).toContain(
    'since 1 October 2026',
  )
})
