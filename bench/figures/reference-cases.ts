/** How many of the published reference cases our methods answer to their tolerance. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, Inside } from '../bench.ts'
import { absent, type Figure, type Outcome } from '../figure.ts'

export const referenceCases: Figure = {
  name: 'reference-cases',
  what: 'Reference cases of intervals and funnel limits, and the days of the published bank holidays, that our methods answer rightly, of all',
  must: 'all',
  measure,
}

/** Cases with published answers are handed from one installation to the next beside the project. */
const shared = join(import.meta.dirname, '../../../shared/data')

async function measure(bench: Bench): Promise<Outcome> {
  if (!existsSync(shared)) {
    return absent('The folder shared/data with the reference cases is not beside the project.')
  }
  const inside = await bench.inside()
  const counts = [
    await casesIn(inside, 'intervals.json'),
    await casesIn(inside, 'funnel.json'),
    ...(await daysOf(inside, join(bench.program, 'reference/holidays'))),
  ]
  const [passed, all] = [sumOf(counts, 'passed'), sumOf(counts, 'all')]
  return {
    is: 'measured',
    value: passed,
    baseline: all,
    unit: 'cases',
    ratio: passed / all,
    met: passed === all && all > 0,
    notes: counts.map(({ name, passed, all }) => `${name}: ${passed} of ${all}`),
  }
}

interface Count {
  readonly name: string
  readonly passed: number
  readonly all: number
}

const sumOf = (counts: readonly Count[], part: 'passed' | 'all') =>
  counts.reduce((sum, count) => sum + count[part], 0)

/** A case that is skipped is a case that does not pass. */
async function casesIn(inside: Inside, file: string): Promise<Count> {
  const text = await readFile(join(shared, 'stats', file), 'utf8')
  const { passed, failed, skipped } = inside.checkCases(JSON.parse(text))
  return { name: file, passed, all: passed + failed + skipped }
}

/** For each division: is every single day of the published years a working day here and there alike? */
async function daysOf(inside: Inside, folder: string): Promise<Count[]> {
  const published = await publishedHolidays()
  return Promise.all(
    [...published].map(async ([division, holidays]) => {
      const csv = await readFile(join(folder, `${division}.csv`), 'utf8')
      const calendar = inside.readCalendar(division, 'bench', csv)
      if ('is' in calendar) throw new Error(calendar.reason)
      const days = daysBetween([...holidays].sort())
      const right = days.filter(day => {
        const ours = inside.isWorkingDay({ day, calendar })
        const theirs = day.dayOfWeek < 6 && !holidays.has(day.toString())
        return ours.is === 'calculated' && ours.estimate === theirs
      })
      return { name: `working days, ${division}`, passed: right.length, all: days.length }
    }),
  )
}

async function publishedHolidays(): Promise<Map<string, Set<string>>> {
  const csv = await readFile(join(shared, 'holidays/bank_holidays_uk.csv'), 'utf8')
  const rows = csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
  const byDivision = Map.groupBy(rows, ([division = '']) => division)
  return new Map(
    [...byDivision].map(([division, days]) => [division, new Set(days.map(([, day = '']) => day))]),
  )
}

/** Every day of the years that the first and the last of these days lie in. */
function daysBetween(sorted: readonly string[]): Temporal.PlainDate[] {
  const from = Temporal.PlainDate.from(`${sorted[0]?.slice(0, 4) ?? ''}-01-01`)
  const to = Temporal.PlainDate.from(`${sorted.at(-1)?.slice(0, 4) ?? ''}-12-31`)
  return Array.from({ length: from.until(to).days + 1 }, (_, days) => from.add({ days }))
}
