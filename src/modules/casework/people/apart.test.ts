import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formOf } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../tests/builders/people.ts'
import { personRoles } from '../cases/case.ts'
import { apart, type Standing } from './apart.ts'
import { testSite } from './testing/site.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const site = await testSite()

const standing = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd'),
  roles: fc.subarray([...personRoles], { minLength: 1 }),
  birthOn: fc.constantFrom(null, '1980-05-05', '2008-11-23', '2008-11-24', '2012-01-01'),
  birthPrecision: fc.constantFrom('day' as const),
  childElsewhere: fc.boolean(),
})

test('whoever they are, no child stands with suspects, and nobody is lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(standing), people => {
      const { children, suspects, others } = apart(people, today)
      const ids = new Set(children.map(({ personId }) => personId))
      expect([...suspects, ...others].filter(({ personId }) => ids.has(personId))).toEqual([])
      const known = people.filter(({ roles }) => roles.includes('child at risk'))
      expect(known.filter(({ personId }) => !ids.has(personId))).toEqual([])
      expect(suspects.every(({ roles }) => roles.includes('suspect'))).toBe(true)
      expect(others.some(({ roles }) => roles.includes('suspect'))).toBe(false)
      expect(children.length + suspects.length + others.length).toBe(people.length)
    }),
  )
})

const suspect = (birthOn: string | null, childElsewhere = false): Standing => ({
  personId: 'a',
  roles: ['suspect'],
  birthOn,
  birthPrecision: 'day',
  childElsewhere,
})

test.each([
  ['17 years old', suspect('2008-11-24'), 'children'],
  ['18 today', suspect('2008-11-23'), 'suspects'],
  ['of no known birth', suspect(null), 'suspects'],
  ['of no known birth, and a child at risk elsewhere', suspect(null, true), 'children'],
  ['grown up, and once a child at risk elsewhere', suspect('1980-05-05', true), 'suspects'],
] as const)('a suspect who is %s stands there', (_, one, where) => {
  expect(apart([one], today)[where]).toEqual([one])
})

/** The lists of a page with what stands in each, by their titles. */
const listsOf = (body: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...body.matchAll(/<caption[^>]*>(\w+)<\/caption>([\s\S]*?)<\/table>/g),
      ...body.matchAll(/<legend[^>]*>(\w+)<\/legend>([\s\S]*?)<\/fieldset>/g),
    ].map(([, title = '', inside = '']) => [title, inside]),
  )

test('no page and no list mixes children with suspects', async () => {
  const officer = await aPerson(site.db, { team: await aTeam(site.db), role: 'investigator' })
  const reference = await site.openCase(officer)
  const put = (given: string, fields: Readonly<Record<string, string>>) =>
    site.put(officer, reference, { given, family: 'Wrenfield', same: '', ...fields })
  await put('Child', {})
  const [child = ''] = await site.peopleOn(reference)
  await put('Child', { same: child, role: 'suspect' })
  await put('Young', { role: 'suspect', born: '2010' })
  await put('Grown', { role: 'suspect', born: '1980' })
  await put('Seen', { role: 'witness', born: '1981' })
  const second = await site.openCase(officer)
  await site.put(officer, second, {
    given: 'Child',
    family: 'Wrenfield',
    same: child,
    role: 'suspect',
  })
  await site.put(officer, second, {
    given: 'Other',
    family: 'Wrenfield',
    role: 'suspect',
    born: '1970',
  })

  const pages = [`/cases/${reference}`, `/people?name=wrenfield`, `/cases/${second}`]
  for (const page of pages) {
    const lists = listsOf((await site.get(officer, page)).body)
    expect(Object.keys(lists)).toEqual(expect.arrayContaining(['Children', 'Suspects']))
    expect([page, lists['Children']]).toEqual([page, expect.stringContaining('Child Wrenfield')])
    expect(lists['Children']).not.toMatch(/Grown|Seen|Other/)
    expect(lists['Suspects']).not.toMatch(/Child|Young|Seen/)
  }
  const asked = listsOf((await site.get(officer, pages[0]!)).body)
  expect(asked['Children']).toContain('Young Wrenfield')
  expect(asked['Children']).toContain('Ask: does it come from being exploited?')
})

test('those on record who are offered stand apart too', async () => {
  const officer = await aPerson(site.db, { team: await aTeam(site.db), role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { born: '2010' })
  await site.put(officer, reference, { born: '1980', role: 'suspect', same: 'somebody else' })
  const asked = await site.put(officer, reference, {})
  const lists = listsOf(asked.body)
  expect(lists['Children']).toContain('born 2010')
  expect(lists['Children']).not.toContain('born 1980')
  expect(lists['Suspects']).toContain('born 1980')
  expect(lists['Suspects']).not.toContain('born 2010')
  expect(formOf(asked.body)).toMatchObject({ given: 'Ayşe' })
})
