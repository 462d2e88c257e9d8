import { expect, test } from 'vitest'
import { aCase, aChildOn, block } from '../../src/modules/casework/reach/testing/at-work.ts'
import { textOfPage } from '../builders/forms.ts'
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
const colleague = await aPerson(db, { team, role: 'supervisor' })
const one = await aCase(db, team)
const child = await aChildOn(db, team, one)

await site.settled()
const looked = await site.entry({
  by: officer,
  caseId: one.id,
  subjects: [child],
  allowedBy: 'team',
})
const opened = await site.entry({
  by: colleague,
  verb: 'person.read',
  personId: child,
  allowedBy: 'force-wide',
  ago: 60 * 24 * 3,
})
const refused = await site.entry({
  by: officer,
  outcome: 'refused',
  asked: 'TS-0000-0000',
  ago: 20,
})
const changed = await site.entry({
  by: colleague,
  class: 'alteration',
  verb: 'case.edit',
  caseId: one.id,
  ago: 30,
})
const all = [looked, opened, refused, changed]

/** Which of the four entries a query shows. */
const shown = async (query: Readonly<Record<string, string>>) => {
  const page = await site.get(auditor, `/audit-log?${new URLSearchParams(query).toString()}`)
  expect(page.statusCode).toBe(200)
  return all.filter(id => page.body.includes(`/audit-log/${id}"`))
}

const dayAgo = (days: number) =>
  Temporal.PlainDate.from(today).subtract({ days }).toString().split('-').toReversed().join('/')
const today = await asOwner(db, async client => {
  const { rows } = await client.query<{ today: string }>(
    `select (now() at time zone 'Europe/London')::date::text as today`,
  )
  return rows[0]!.today
})

test('the newest entries come first, with who, role, agency, what and why, and neither reference nor summary', async () => {
  const page = await site.get(auditor, '/audit-log')
  const text = textOfPage(page.body)
  const [first = 0, second = 0, third = 0, last = 0] = [looked, refused, changed, opened].map(id =>
    page.body.indexOf(id),
  )
  expect(first).toBeGreaterThan(0)
  expect(second).toBeGreaterThan(first)
  expect(third).toBeGreaterThan(second)
  expect(last).toBeGreaterThan(third)
  expect(text).toContain(
    `${officer.name} Investigator, Agency of ${team.name} Open a case case ${one.id.slice(0, 8)} and 1 other own team`,
  )
  expect(text).toContain(
    `Open the record of a person person ${child.slice(0, 8)} posting to the whole area`,
  )
  expect(text).toContain('asked for TS-0000-0000')
  for (const content of [one.reference, 'Missing twice in a month', 'Wren', 'Alder'])
    expect(page.body).not.toContain(content)
})

test.each([
  [{ who: officer.name.split(' ')[1]! }, [looked, refused]],
  [{ who: 'nobody of that name' }, []],
  [{ record: one.reference }, [looked, changed]],
  [{ record: one.reference.toLowerCase().replaceAll('-', ' ') }, [looked, changed]],
  [{ record: one.id }, [looked, changed]],
  [{ record: one.id.slice(0, 8) }, [looked, changed]],
  [{ record: child }, [looked, opened]],
  [{ record: '00000000' }, []],
  [{ class: 'alteration' }, [changed]],
  [{ verb: 'person.read' }, [opened]],
  [{ outcome: 'refused' }, [refused]],
  [{ allowed: 'outside' }, [opened]],
  [{ allowed: 'team' }, [looked]],
  [{ from: dayAgo(1) }, [looked, refused, changed]],
  [{ to: dayAgo(2) }, [opened]],
  [{ from: dayAgo(5), to: dayAgo(2) }, [opened]],
  [{ who: officer.name, outcome: 'done' }, [looked]],
])('%o shows what fits and nothing else', async (query, expected) => {
  expect(await shown(query)).toEqual(all.filter(id => expected.includes(id)))
})

test.each([
  [{ record: 'xyz' }, 'Enter a reference like TS-7K3M-9QXC, or the code of a record'],
  [{ from: '31/2/2026' }, 'Enter the first day like 23/11/2026'],
  [{ class: 'secret' }, 'Choose a class from the list'],
])('%o is answered with a sentence, and what was typed is kept', async (query, sentence) => {
  const page = await site.get(auditor, `/audit-log?${new URLSearchParams(query).toString()}`)
  expect(page.statusCode).toBe(400)
  expect(textOfPage(page.body)).toContain(sentence)
})

test('whoever reads the log is in it, with whom and what was asked about', async () => {
  await site.get(auditor, `/audit-log?who=${officer.name.split(' ')[1]!}&record=${one.id}`)
  expect(await site.lastOf(auditor)).toMatchObject({
    verb: 'log.read',
    class: 'consultation',
    outcome: 'done',
    subjects: [officer.id, one.id],
    allowed_by: 'role',
  })
  await site.get(auditor, `/audit-log/${looked}`)
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'log.read', subjects: [looked] })
})

test('a page holds fifty, and the next goes on exactly where it ended, also at the same moment', async () => {
  const busy = await aPerson(db, { team, role: 'investigator' })
  const made = await asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `insert into audit.entry (area_id, at, class, verb, outcome, user_id)
       select $1, now() - make_interval(mins => n / 40), 'consultation', 'case.search', 'done', $2
       from generate_series(1, 120) n returning id`,
      [team.areaId, busy.id],
    )
    return rows.map(({ id }) => id)
  })
  const found: string[] = []
  let url: string | undefined = `/audit-log?who=${busy.name.split(' ')[1]!}`
  const lengths: number[] = []
  while (url !== undefined) {
    const { body } = await site.get(auditor, url)
    const ids = [...body.matchAll(/href="\/audit-log\/([0-9a-f-]{36})"/g)].map(([, id]) => id!)
    lengths.push(ids.length)
    found.push(...ids)
    url = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(lengths).toEqual([50, 50, 20])
  expect(found.toSorted()).toEqual(made.toSorted())
})

test('one entry shows all that it holds; it has no place until it is numbered', async () => {
  const page = await site.get(auditor, `/audit-log/${looked}`)
  const text = textOfPage(page.body)
  expect(text).toContain(looked)
  expect(text).toContain(officer.id)
  expect(text).toContain(one.id)
  expect(text).toContain('It has no place in the tree yet')
  await asOwner(db, async client => {
    await client.query(
      `insert into audit.leaf (area_id, index, entry_id, hash) values ($1, 6, $2, sha256('leaf'))`,
      [team.areaId, looked],
    )
    await client.query(
      `insert into audit.checkpoint (area_id, number, size, range, note) values ($1, 0, 6, '', 'a'), ($1, 1, 9, '', 'b'), ($1, 2, 12, '', 'c')`,
      [team.areaId],
    )
  })
  const placed = textOfPage((await site.get(auditor, `/audit-log/${looked}`)).body)
  expect(placed).toMatch(/Entry 6 of the log of team-\w+, counted from 0/)
  expect(placed).toMatch(/Checkpoint 1, signed .* over 9 entries, covers it/)
  expect(placed).toContain('audit verify --from 6 --to 6')
})

test('an auditor who is blocked from a case does not find it by its reference', async () => {
  const related = await aPerson(db, { team: auditor.team, role: 'standards-auditor' })
  await block(db, one, related)
  const page = await site.get(related, `/audit-log?record=${one.reference}`)
  expect(textOfPage(page.body)).toContain('No entry fits')
})

test('an auditor of another area sees nothing of this log', async () => {
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  const page = await site.get(stranger, '/audit-log')
  for (const id of all) expect(page.body).not.toContain(id)
  for (const query of [`who=${officer.name}`, `record=${one.reference}`, `record=${child}`])
    expect(textOfPage((await site.get(stranger, `/audit-log?${query}`)).body)).toContain(
      'No entry fits',
    )
  expect((await site.get(stranger, `/audit-log/${looked}`)).statusCode).toBe(404)
})

test('an auditor opens neither case nor person, nor lists or finds any', async () => {
  for (const url of [`/cases/${one.reference}`, '/cases', `/people/${child}`, '/people?name=alder'])
    expect((await site.get(auditor, url)).statusCode, url).toBe(404)
})

test('to everybody else the pages are as absent as any other', async () => {
  for (const url of [
    '/audit-log',
    `/audit-log/${looked}`,
    '/audit-log/export',
    '/oversight/look-ups',
    '/oversight/glass',
  ]) {
    const page = await site.get(colleague, url)
    expect(page.statusCode, url).toBe(404)
    expect(textOfPage(page.body)).not.toContain('Audit log')
  }
  expect((await site.get(auditor, '/audit-log/no-id')).statusCode).toBe(404)
  expect((await site.get(auditor, `/audit-log/${one.id}`)).statusCode).toBe(404)
})
