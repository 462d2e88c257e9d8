import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { programSite, sentenceIn } from '../programs/testing/program.ts'
import './api.ts'

const site = await programSite()
const { db, patchJson: patch, read } = site

async function aCase() {
  const team = await aTeam(db)
  const officer = await aPerson(db, { team, role: 'investigator' })
  const colleague = await aPerson(db, { team, role: 'investigator' })
  const reference = await site.openCase(officer)
  return { officer, colleague, reference, url: `/api/cases/${reference}` }
}

const seenBy = async (person: TestPerson, url: string) =>
  (await read(person, url)).json<Record<string, unknown>>()

test('a program changes what it sends of a case, and the rest stays', async () => {
  const { officer, reference, url } = await aCase()
  const before = await seenBy(officer, url)
  const answer = await patch(officer, url, {
    version: before['version'],
    summary: 'Missing three times',
  })
  const { people, ...alone } = before
  expect(people).toEqual({ children: [], suspects: [], others: [] })
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    { ...alone, summary: 'Missing three times', version: 2 },
  ])
  expect(await site.lastEntry(officer)).toEqual({
    verb: 'case.edit',
    class: 'alteration',
    outcome: 'done',
    asked: null,
    case_id: await site.caseId(reference),
    person_id: null,
    subjects: [],
    allowed_by: 'team',
  })
  const closed = await patch(officer, url, { version: 2, closed: '2026-11-23' })
  expect(closed.json()).toMatchObject({ closedOn: '2026-11-23', summary: 'Missing three times' })
  expect((await patch(officer, url, { version: 3, closed: null })).json()).toMatchObject({
    closedOn: null,
    version: 4,
  })
})

test('what was made from an older version is not written: both are answered', async () => {
  const { officer, colleague, reference, url } = await aCase()
  await site.send(colleague, `/cases/${reference}/edit`, { summary: 'Found again' })
  const sent = { version: 1, summary: 'Missing three times', closed: null }
  const late = await patch(officer, url, sent)
  expect(late.statusCode).toBe(409)
  expect(late.json()).toMatchObject({
    error: { status: 409 },
    now: { reference, summary: 'Found again', version: 2 },
    sent,
  })
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', outcome: 'done' })
  expect(await seenBy(officer, url)).toMatchObject({ summary: 'Found again', version: 2 })
  expect((await patch(officer, url, { ...sent, version: 2 })).statusCode).toBe(200)
  // Days that would not fit what is on record now say nothing: who sent them has not seen it.
  const misfit = { ...sent, version: 1, closed: '2020-01-01' }
  expect((await patch(officer, url, misfit)).statusCode).toBe(409)
  const ahead = await patch(officer, url, { ...sent, version: 9 })
  expect(ahead.statusCode).toBe(409)
})

test('of two programs that change one case at once, one is written and the other told', async () => {
  const { officer, colleague, reference, url } = await aCase()
  const answers = await site.atOnce(
    ['casework.case', await site.caseId(reference)],
    [officer, colleague].map(
      (person, n) => () => patch(person, url, { version: 1, summary: `Of program ${n}` }),
    ),
  )
  const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  expect([won?.statusCode, lost?.statusCode]).toEqual([200, 409])
  const { summary } = won!.json<{ summary: string }>()
  expect(lost!.json()).toMatchObject({ now: { summary, version: 2 } })
  expect(await seenBy(officer, url)).toMatchObject({ summary, version: 2 })
})

test('the same change that is sent again, also at once, has its effect once', async () => {
  const { officer, url } = await aCase()
  const key = randomUUID()
  const change = { version: 1, type: 'online abuse' }
  const answers = await Promise.all([1, 2, 3].map(() => patch(officer, url, change, key)))
  answers.push(await patch(officer, url, change, key))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(await seenBy(officer, url)).toMatchObject({ type: 'online abuse', version: 2 })
  const again = { outcome: 'done', codes: ['sent-again'] }
  expect(await site.entriesOf(officer, 'case.edit')).toEqual([
    { outcome: 'done', codes: [] },
    ...[again, again, again],
  ])
  const other = await patch(officer, url, { ...change, version: 2 }, key)
  expect([other.statusCode, sentenceIn(other)]).toEqual([
    400,
    'This Idempotency-Key came with another request before: send a new one',
  ])
})

test.each([
  [{ version: 1 }, 'send at least one field that changes'],
  [{ summary: 'Without version' }, 'version: send the version that you read, as a number'],
  [{ version: 1, summary: ' ' }, 'summary: Enter one line that says what the case is'],
  [{ version: 1, summary: 'a\u202eb' }, 'send texts without control characters'],
  [{ version: 1, type: 'burglary' }, 'type: Choose what the case is about'],
  [{ version: 1, opened: '2026-02-30' }, 'opened: Enter the day on which the case was opened'],
  [{ version: 1, closed: '2020-01-01' }, 'closed: Enter a day that is not before the case was'],
  [{ version: 1, summary: 'x', sensitivity: 'sealed' }, 'a field that is not known here'],
  [{ version: 1, summary: 'x', team: randomUUID() }, 'a field that is not known here'],
  [{ version: 1, summary: 'x', acl: [1] }, 'a field that is not known here'],
])('a change to %o is refused: %s', async (change, sentence) => {
  const { officer, url } = await aCase()
  const before = await seenBy(officer, url)
  const answer = await patch(officer, url, change)
  expect(answer.statusCode).toBe(400)
  expect(sentenceIn(answer)).toContain(sentence)
  expect(await seenBy(officer, url)).toEqual(before)
})

test('a key is asked for', async () => {
  const { officer, url } = await aCase()
  const answer = await patch(officer, url, { version: 1, summary: 'x' }, null)
  expect(sentenceIn(answer)).toContain('idempotency-key')
})

test('who may not change a case is answered like about one that never was, and so is the entry', async () => {
  const { officer, reference, url } = await aCase()
  const beside = await aTeam(db, { beside: officer.team })
  const reader = await aPerson(db, { team: beside, role: 'investigator' })
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'investigator' })
  await site.shareWith(officer, reference, partner)
  expect((await read(partner, url)).statusCode).toBe(200)
  for (const person of [reader, partner]) {
    const change = { version: 1, summary: 'Taken over' }
    const absent = await patch(person, '/api/cases/TS-0000-0000', change)
    const hidden = await patch(person, url, change)
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
    expect(await site.lastEntry(person)).toMatchObject({
      verb: 'case.edit',
      outcome: 'refused',
      asked: reference,
      case_id: null,
    })
  }
  expect(await seenBy(officer, url)).toMatchObject({ version: 1 })
})

test('a case is neither opened nor closed on a day that is still to come, by a program or on the page', async () => {
  const { officer, reference, url } = await aCase()
  const ahead = await patch(officer, url, { version: 1, closed: '2030-01-01' })
  expect([ahead.statusCode, sentenceIn(ahead)]).toEqual([
    400,
    'closed: Enter a day that is not in the future',
  ])
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', outcome: 'done' })
  const page = await site.send(officer, `/cases/${reference}/edit`, {
    opened: '1 1 2030',
    closed: '2 1 2030',
  })
  expect(page.statusCode).toBe(400)
  expect(page.body.match(/Enter a day that is not in the future/g)?.length).toBeGreaterThanOrEqual(
    4,
  )
  expect(await seenBy(officer, url)).toMatchObject({ version: 1, closedOn: null })
})
