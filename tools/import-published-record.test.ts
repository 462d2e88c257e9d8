import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { importedFiles, sourcesIn } from './import-published-record.ts'
import { slugsByName } from './published-record/forces.ts'
import { areaGrades, declaredContradiction } from './published-record/results.ts'
import { sourceRows } from './published-record/source.ts'
import { visitId } from './published-record/visits.ts'

const reference = resolve(import.meta.dirname, '../reference')
const sourceFolder = resolve(import.meta.dirname, '../../shared/data/public-record')
const why = existsSync(sourceFolder) ? '' : ' (skipped: the source files are not on this machine)'
const here = test.skipIf(why !== '')

const shippedText = (path: string): string => readFileSync(resolve(reference, path), 'utf8')

const shipped = (path: string): Record<string, string>[] =>
  parse(shippedText(path), { columns: true })

const source = () => {
  const rows = sourceRows(sourcesIn(sourceFolder))
  return { ...rows, slugs: slugsByName(rows.forces) }
}

here(`copying the source again gives the shipped files, byte for byte${why}`, () => {
  for (const [path, text] of importedFiles(sourcesIn(sourceFolder))) {
    expect(shippedText(path), path).toBe(text)
  }
})

here(`every field of every force is in the copy${why}`, () => {
  const officers = new Map(shipped('forces/officers.csv').map(row => [row['force'], row]))
  const copied = shipped('forces/forces.csv').map(force => ({
    force: force['name'],
    country: force['country'],
    region: force['region'],
    ons_police_force_area_code: force['area_code'],
    officers_fte_2025_03_31: officers.get(force['slug'])?.['officers'] ?? '',
    population_0_17: '',
    police_force_url_slug: force['slug'],
    officers_source_url: officers.get(force['slug'])?.['source'] ?? '',
  }))
  expect(copied).toEqual(source().forces)
  expect(shipped('forces/officers.csv').map(row => row['on'])).toEqual(
    Array<string>(15).fill('2025-03-31'),
  )
})

here(`every field of all 114 inspection rows is in the copy, one certainty changed${why}`, () => {
  const { inspections, slugs } = source()
  const names = new Map([...slugs].map(([name, slug]) => [slug, name]))
  const visits = new Map(shipped('published-inspections/visits.csv').map(row => [row['id'], row]))
  const copied = shipped('published-inspections/results.csv').map(row => {
    const visit = visits.get(row['visit'])
    return {
      force: names.get(String(visit?.['subject'])),
      kind: visit?.['kind'],
      fieldwork_date: visit?.['fieldwork'],
      publication_date: visit?.['published'],
      cases_total: row['cases'],
      good: row['good'],
      adequate: row['adequate'],
      requires_improvement: row['requires_improvement'],
      inadequate: row['inadequate'],
      not_good_combined: row['not_good'] || row['outcomes'],
      good_pct_published: row['good_percent'],
      // Told in a file of their own; the next test compares them.
      area_judgements: '',
      case_type: row['sample'],
      assessor: row['assessor'],
      scale: row['scale'],
      source_url: row['source_url'],
      certainty: row['certainty'],
      notes: row['note'],
    }
  })
  const told = inspections.map(row => ({ ...row, area_judgements: '' }))
  const changed = inspections.findIndex(declaredContradiction)
  expect(told[changed]?.certainty).toBe('published')
  const marked = { ...told[changed], certainty: 'published (source disagrees with itself)' }
  expect(copied).toEqual(told.with(changed, marked as (typeof told)[number]))
  expect(inspections.filter(declaredContradiction)).toHaveLength(1)
  expect(copied).toHaveLength(114)
  expect(visits.size).toBe(98)
})

here(`every area grade is in the copy, named or not${why}`, () => {
  const { inspections, slugs } = source()
  const told = inspections.flatMap(row =>
    row.area_judgements === ''
      ? []
      : [`${visitId(row, slugs)} ${row.scale}: ${countedGrades(row.area_judgements)}`],
  )
  const copied = Map.groupBy(
    shipped('published-inspections/area-grades.csv'),
    row => `${String(row['visit'])} ${String(row['scale'])}`,
  )
  const inCopy = [...copied].map(([visit, rows]) => {
    const areas = rows.map(row => String(row['area']))
    const grades = rows.map(row => String(row['grade']))
    return `${visit}: ${areas.filter(area => area !== '').join(', ')}; ${tally(grades)}`
  })
  expect(inCopy).toEqual(told)
})

here(`every field of all 276 points is in the copy${why}`, () => {
  const { recommendations, slugs } = source()
  const copied = shipped('published-inspections/points.csv')
  expect(copied).toHaveLength(276)
  expect(copied.map(row => Object.values(row))).toEqual(
    recommendations.map(row => Object.values({ ...row, force: slugs.get(row.force) })),
  )
})

test('area grades are read whether or not the source says which area has them', () => {
  expect(areaGrades('leadership: good; of the other two areas one adequate and one good')).toEqual([
    ['leadership', 'good'],
    ['', 'adequate'],
    ['', 'good'],
  ])
  expect(() => areaGrades('the other three areas one adequate and one good')).toThrow('add up')
  expect(() => areaGrades('leadership good')).toThrow('no known form')
})

/** The names and grades of `area_judgements`, counted in another way than the copy counts them. */
function countedGrades(text: string): string {
  const areas = [...text.matchAll(/([a-z ]+):/g)].map(([, area]) => String(area).trim())
  const words = ['one', 'two', 'three']
  const grades = [
    ...text.matchAll(/(?:: |\b(one|two|three) )(good|adequate|requires improvement|inadequate)/g),
  ]
  return `${areas.join(', ')}; ${tally(
    grades.flatMap(([, count, grade]) =>
      Array<string>(count === undefined ? 1 : words.indexOf(count) + 1).fill(String(grade)),
    ),
  )}`
}

const tally = (grades: string[]): string => grades.toSorted((a, b) => a.localeCompare(b)).join(', ')
