import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listMethods, runMethod } from './catalogue.ts'
import { isRecord } from './is-record.ts'
import { readCalendars } from './working-days/calendars.ts'

const pages = new URL('../../docs/methods/', import.meta.url)
const holidays = new URL('../../reference/holidays/', import.meta.url)
const textsOf = (folder: URL, ending: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map((name): [string, string] => [name, readFileSync(new URL(name, folder), 'utf8')])

const calendars = readCalendars(new Map(textsOf(holidays, '')))
if (calendars.is !== 'calendars') throw new Error(calendars.reason)
const known = { calendars: calendars.calendars }

interface Example {
  page: string
  method: string
  input: unknown
  expected: unknown
  tolerance: number
}

const examplesOf = (page: string, text: string): Example[] =>
  [...text.matchAll(/^```example\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map(line => ({ page, ...(JSON.parse(line) as Omit<Example, 'page'>) }))

const all = textsOf(pages, '.md').map(([page, text]) => ({
  page,
  examples: examplesOf(page, text),
}))

/** What the page gives must be there; what it leaves out may be anything. */
const differences = (expected: unknown, found: unknown, tolerance: number, at = ''): string[] => {
  if (Array.isArray(expected) || isRecord(expected)) {
    return Object.entries(expected).flatMap(([key, each]) =>
      differences(
        each,
        (found as Record<string, unknown> | null)?.[key],
        tolerance,
        `${at}.${key}`,
      ),
    )
  }
  const near =
    typeof expected === 'number' && typeof found === 'number'
      ? Math.abs(expected - found) <= tolerance
      : expected === found
  return near ? [] : [`${at} is ${String(found)}, the page says ${String(expected)}`]
}

describe('the pages of docs/methods', () => {
  test.each(all)('$page has a worked example', ({ examples }) => {
    expect(examples.length).toBeGreaterThan(0)
  })

  test.each(all.flatMap(({ examples }) => examples))(
    '$page: $method $input answers what the page says',
    ({ method, input, expected, tolerance }) => {
      expect(isRecord(expected)).toBe(true)
      expect(tolerance).toBeLessThanOrEqual(0.005)
      expect(differences(expected, runMethod(method, input, known), tolerance)).toEqual([])
    },
  )

  test.each(listMethods())('$name has a worked example on its page', ({ name, page }) => {
    const there = all.find(each => page.endsWith(`/${each.page}`))?.examples ?? []
    expect(there.map(({ method }) => method)).toContain(name)
  })
})

test('a page that says another number would be caught', () => {
  const found = runMethod('wilson', { x: 5, n: 9 })
  expect(differences({ interval: { low: 0.2667 } }, found, 1e-4)).toEqual([])
  expect(differences({ interval: { low: 0.2669 } }, found, 1e-4)).toEqual([
    '.interval.low is 0.2666512934954931, the page says 0.2669',
  ])
  expect(differences({ interval: { middle: 0 } }, found, 1e-4)).toHaveLength(1)
  expect(differences({ interval: null }, found, 1e-4)).toHaveLength(1)
})
