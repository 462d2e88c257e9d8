import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, aTeam } from '../../../../../tests/builders/people.ts'
import { programSite, sentenceIn } from '../../programs/testing/program.ts'
import './api.ts'

const site = await programSite()
const { db, patchJson: patch, read } = site

interface Role {
  id: string
  version: number
}

async function aRole() {
  const team = await aTeam(db)
  const officer = await aPerson(db, { team, role: 'investigator' })
  const colleague = await aPerson(db, { team, role: 'supervisor' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { role: 'suspect', born: '1980' })
  const whole = await read(officer, `/api/cases/${reference}`)
  const { people } = whole.json<{ people: { suspects: Role[] } }>()
  const id = people.suspects[0]?.id ?? ''
  const url = `/api/cases/${reference}/people/${id}`
  const role = (await read(officer, url)).json<Role>()
  return { officer, colleague, reference, id, url, role }
}

test('a program reads a role of a case, ends it, and the log says so', async () => {
  const { officer, reference, id, url, role } = await aRole()
  const [personId] = await site.peopleOn(reference)
  expect(role).toEqual({
    id,
    personId,
    role: 'suspect',
    fromOn: '2026-10-01',
    untilOn: null,
    source: 'Her teacher',
    version: expect.any(Number) as number,
  })
  const looked = { case_id: await site.caseId(reference), person_id: personId, outcome: 'done' }
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', ...looked })
  const ended = await patch(officer, url, { version: role.version, until: '2026-11-03' })
  expect(ended.statusCode).toBe(200)
  expect(ended.json()).toMatchObject({ id, untilOn: '2026-11-03', source: 'Her teacher' })
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'case.edit',
    class: 'alteration',
    ...looked,
  })
  const { version } = ended.json<Role>()
  const sourced = await patch(officer, url, { version, source: 'Interview' })
  expect(sourced.json()).toMatchObject({ untilOn: '2026-11-03', source: 'Interview' })
  const again = { version: sourced.json<Role>().version, until: null }
  expect((await patch(officer, url, again)).json()).toMatchObject({ untilOn: null })
})

test('what was made from an older version of a role is not written', async () => {
  const { officer, colleague, url, role, reference, id } = await aRole()
  await site.send(colleague, `/cases/${reference}/people/${id}/edit`, { source: 'A statement' })
  const sent = { version: role.version, until: '2026-11-03' }
  const late = await patch(officer, url, sent)
  expect(late.statusCode).toBe(409)
  expect(late.json()).toMatchObject({
    error: { status: 409 },
    now: { id, source: 'A statement', untilOn: null },
    sent,
  })
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', outcome: 'done' })
  const misfit = { ...sent, until: '2020-01-01' }
  expect((await patch(officer, url, misfit)).statusCode).toBe(409)
  const { version } = late.json<{ now: Role }>().now
  expect((await patch(officer, url, { ...sent, version })).statusCode).toBe(200)
})

test('of two programs that change one role at once, one is written and the other told', async () => {
  const { officer, colleague, id, url, role } = await aRole()
  const answers = await site.atOnce(
    ['casework.case_person', id],
    [officer, colleague].map(
      (person, n) => () => patch(person, url, { version: role.version, source: `Program ${n}` }),
    ),
  )
  const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  expect([won?.statusCode, lost?.statusCode]).toEqual([200, 409])
  expect(lost!.json()).toMatchObject({ now: won!.json<object>() })
})

test('a change of a role that is sent again has its effect once', async () => {
  const { officer, url, role } = await aRole()
  const key = randomUUID()
  const change = { version: role.version, until: '2026-11-03' }
  const answers = await Promise.all([1, 2].map(() => patch(officer, url, change, key)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(answers[0]?.body).toBe(answers[1]?.body)
})

test.each([
  [{ until: '2026-09-30' }, 'until: Enter a last day that is not before the first'],
  [{ until: '2026-11-24' }, 'until: Enter a day that is not in the future'],
  [{ until: 'lately' }, 'until: Enter the last day like'],
  [{ source: ' ' }, 'source: Enter where this is known from'],
  [{ source: 'x', role: 'witness' }, 'a field that is not known here'],
  [{}, 'send at least one field that changes'],
])('a role that is changed to %o is refused: %s', async (change, sentence) => {
  const { officer, url, role } = await aRole()
  const answer = await patch(officer, url, { version: role.version, ...change })
  expect(answer.statusCode).toBe(400)
  expect(sentenceIn(answer)).toContain(sentence)
  expect((await read(officer, url)).json()).toEqual(role)
})

test('a role is reached through its own case alone, and changed by those who may change it', async () => {
  const { officer, reference, url, role } = await aRole()
  const other = await site.openCase(officer)
  const crossed = url.replace(reference, other)
  const absent = await read(officer, `/api/cases/${other}/people/${randomUUID()}`)
  for (const at of [crossed, `/api/cases/${other}/people/none`]) {
    const answer = await read(officer, at)
    expect([answer.statusCode, answer.body]).toEqual([404, absent.body])
  }
  const change = { version: role.version, source: 'x' }
  expect((await patch(officer, crossed, change)).body).toBe(absent.body)
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'investigator' })
  const hidden = await read(partner, url)
  expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
  await site.shareWith(officer, reference, partner)
  expect((await read(partner, url)).json()).toEqual(role)
  expect((await patch(partner, url, change)).statusCode).toBe(404)
  expect((await read(officer, url)).json()).toEqual(role)
})
