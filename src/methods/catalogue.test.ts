import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listMethods, runMethod } from './catalogue.ts'
import { readCalendars } from './working-days/calendars.ts'

const folder = new URL('../../reference/holidays/', import.meta.url)
const read = readCalendars(
  new Map(readdirSync(folder).map(name => [name, readFileSync(new URL(name, folder), 'utf8')])),
)
if (read.is !== 'calendars') throw new Error(read.reason)
const known = { calendars: read.calendars }

test('a method asked for by name answers as JSON, with everything a reader needs', () => {
  expect(JSON.parse(JSON.stringify(runMethod('wilson', { x: 5, n: 9 })))).toEqual({
    is: 'calculated',
    method: 'wilson',
    options: { level: 0.95 },
    n: 9,
    estimate: 5 / 9,
    interval: {
      method: 'wilson',
      level: 0.95,
      low: expect.closeTo(0.2667, 4) as number,
      high: expect.closeTo(0.8112, 4) as number,
    },
    warnings: ['Fewer than 10 cases: one case more or less moves the share a long way.'],
    cannotShow: 'With 9 cases, a share of 27% cannot be told from one of 81%.',
    inputDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
})

test('a limit without an end is the word infinite, not null', () => {
  expect(runMethod('fisher', { x1: 3, n1: 3, x2: 1, n2: 4 })).toMatchObject({
    estimate: { oddsRatio: 'infinite' },
    interval: { high: 'infinite' },
  })
})

test('days go in and come out as text, with the calendar and its version', () => {
  expect(
    runMethod('add-working-days', { from: '2026-12-24', days: 1, calendar: 'all-uk' }, known),
  ).toMatchObject({
    estimate: '2026-12-29',
    options: { calendar: 'all-uk', calendarVersion: '2026-11-23' },
  })
})

test.each([
  ['guess', {}, 'There is no method of this name; method --list names them all.'],
  [
    'wilson',
    null,
    'The input must be JSON like { "x": whole number, "n": whole number, "level"?: number, 0.95 unless given }.',
  ],
  ['wilson', { x: 1 }, 'The field "n" is missing: whole number.'],
  ['wilson', { x: '1', n: 2 }, 'The field "x" must be: whole number.'],
  [
    'wilson',
    { x: 1, n: 2, m: 3 },
    'There is no field "m" here. The input is { "x": whole number, "n": whole number, "level"?: number, 0.95 unless given }.',
  ],
  ['wilson', { x: 3, n: 2 }, 'The number found, 3, is more than the cases looked at, 2.'],
  ['jeffreys', { x: -1, n: 2 }, 'The number found cannot be less than 0.'],
  [
    'beta-posterior',
    { x: 1, n: 2, prior: 'flat' },
    'The field "prior" must be: "uniform" or "jeffreys", "uniform" unless given.',
  ],
  [
    'over-dispersion',
    { n: [1, 'two'], x: [1, 2], target: 0.5 },
    'The field "n" must be: list of whole numbers.',
  ],
  [
    'is-working-day',
    { day: '2026-02-30', calendar: 'all-uk' },
    'The field "day" must be: day like "2026-11-23".',
  ],
  [
    'is-working-day',
    { day: '2026-02-03', calendar: 'mars' },
    'The field "calendar" must be: name of a calendar like "england-and-wales" or "all-uk".',
  ],
])('%s refuses %j with a sentence', (name, input, reason) => {
  expect(runMethod(name, input, known)).toMatchObject({ is: 'not defined', reason })
})

test('a field called __proto__ is a stranger, not a trick', () => {
  const input: unknown = JSON.parse('{"x":1,"n":2,"__proto__":{"level":0.5}}')
  expect(runMethod('wilson', input)).toMatchObject({ is: 'not defined' })
})

test('every method has a name of its own, a question, and a page that exists', () => {
  const listed = listMethods()
  expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length)
  for (const { question, page } of listed) {
    expect(question).toMatch(/[?.]$/)
    expect(existsSync(new URL(`../../${page}`, import.meta.url)), page).toBe(true)
  }
})

/** Numbers that break arithmetic, now and then, among counts and shares. */
const numbersOf = (whole: number, shares: number) =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.constantFrom(NaN, Infinity, -1, 0, -0, 0.5, 1e-300, 1e308, 2 ** 53, 1_000_001),
    },
    { weight: whole, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: shares, arbitrary: fc.nat(1000).map(thousandths => thousandths / 1000) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  )
const awkwardNumber = numbersOf(8, 1)

const awkwardCounts = fc.oneof(
  { weight: 1, arbitrary: fc.array(awkwardNumber, { maxLength: 3 }) },
  { weight: 9, arbitrary: fc.array(fc.nat(6), { minLength: 1, maxLength: 2 }) },
)

/** JSON that breaks readers. */
const awkwardJson = fc.oneof(
  fc.constantFrom<unknown>(null, '', '1', true, [], {}, '2026-11-23', 'all-uk', 'scotland'),
  fc.array(fc.constantFrom<unknown>(0, 1, 'a', null), { maxLength: 3 }),
  awkwardNumber,
)

/** Mostly of the right kind, so that the arithmetic is reached; sometimes not. */
const valueFor = (shape: string) => {
  const kinds: [RegExp, fc.Arbitrary<unknown>][] = [
    [/^list of whole/, awkwardCounts],
    [/^list of texts/, fc.constant(['good', 'bad'])],
    [/^day/, fc.constantFrom('2026-11-23', '2012-01-01', '2028-12-31', '9999-12-31')],
    [/^name of a cal/, fc.constantFrom('scotland', 'all-uk')],
    [/^"uniform"/, fc.constantFrom('uniform', 'jeffreys')],
    [/^true/, fc.boolean()],
    [/^whole/, awkwardNumber],
    [/^number/, numbersOf(2, 8)],
  ]
  const right = kinds.find(([kind]) => kind.test(shape))?.[1] ?? awkwardJson
  return fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: awkwardJson })
}

const holdsNaN = (value: unknown): boolean =>
  Number.isNaN(value) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsNaN))

test.each(listMethods())(
  '$name never throws and never answers NaN, whatever it is given',
  listed => {
    const fields = [...listed.input.matchAll(/"(\w+)"(\??): (.*?)(?=, "\w+"\??: | \})/g)].map(
      ([, name = '', optional, shape = '']) => [name, optional === '?', shape] as const,
    )
    const input = fc.record(
      Object.fromEntries(fields.map(([name, , shape]) => [name, valueFor(shape)])),
      { requiredKeys: fields.filter(([, optional]) => !optional).map(([name]) => name) },
    )
    let answered = 0
    fc.assert(
      fc.property(input, json => {
        const answer = runMethod(listed.name, json, known)
        if (JSON.stringify(answer).startsWith('{"is":"calculated"')) answered++
        expect(holdsNaN(answer)).toBe(false)
      }),
      // The same inputs on every machine: what is checked must not depend on luck.
      { numRuns: 600, seed: 20_261_123 },
    )
    expect(answered).toBeGreaterThan(0)
  },
)
