import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileName } from './files.ts'
import { recordFiles } from './files.ts'
import { bytesOf, refusalsWhen, shippedTexts } from './planted-slip.ts'
import type { PublishedRecord } from './published-record.ts'
import { readRecord } from './record.ts'
import { refusalInWords } from './refusal.ts'
import type { Result } from './visit.ts'

test('the shipped record has 43 forces, 98 visits, 114 results and 276 points', () => {
  const { forces, visits, results, points, conflicts } = shippedRecord()
  expect([forces.length, visits.length, results.length, points.length]).toEqual([43, 98, 114, 276])
  expect(points.filter(point => point.basis === 'recommendation')).toHaveLength(21)
  expect(points.filter(point => point.basis === 'cause of concern')).toHaveLength(5)
  expect(conflicts).toHaveLength(12)
})

test.each([
  ['inspection', { visits: 11, cases: 864, good: 24, requiresImprovement: 41, inadequate: 35 }],
  [
    'post-inspection review',
    { visits: 10, cases: 299, good: 30, requiresImprovement: 37, inadequate: 33 },
  ],
])('the national totals of each %s follow from the files', (kind, totals) => {
  const record = shippedRecord()
  const kinds = new Map(record.visits.map(visit => [visit.id, visit.kind]))
  const counted = record.results.filter(
    result =>
      kinds.get(result.visitId) === kind &&
      result.assessor === 'inspector' &&
      result.scale === 'three-2015' &&
      result.sample.startsWith('all') &&
      ['published', 'derived'].includes(result.certainty) &&
      Object.keys(result.counts).length === 3 &&
      sum(Object.values(result.counts)) === result.cases,
  )
  const cases = sum(counted.map(result => result.cases ?? 0))
  const percent = (grade: 'good' | 'requires improvement' | 'inadequate'): number =>
    Math.round((100 * sum(counted.map(result => result.counts[grade] ?? 0))) / cases)
  expect({
    visits: new Set(counted.map(result => result.visitId)).size,
    cases,
    good: percent('good'),
    requiresImprovement: percent('requires improvement'),
    inadequate: percent('inadequate'),
  }).toEqual(totals)
})

test('both rows that contradict themselves are marked, kept as printed, and in the conflicts', () => {
  const { results, conflicts } = shippedRecord()
  const marked = results.filter(row => row.certainty === 'published (source disagrees with itself)')
  expect(marked.map(({ visitId, cases, counts }) => [visitId, cases, gradeSum(counts)])).toEqual([
    ['durham-post-inspection-review-undated', 20, 29],
    ['west-yorkshire-inspection-2014-08', 33, 34],
  ])
  for (const { visitId } of marked) {
    expect(conflicts.filter(conflict => conflict.visitId === visitId)).toHaveLength(1)
  }
})

test('grades of areas that the source does not name are kept without an area', () => {
  const cleveland = shippedRecord().areaGrades.filter(
    row => row.visitId === 'cleveland-inspection-2024-06',
  )
  expect(cleveland.map(({ area, grade }) => [area, grade])).toEqual([
    ['responding', 'inadequate'],
    ['investigation', 'inadequate'],
    [null, 'adequate'],
    [null, 'requires improvement'],
    [null, 'requires improvement'],
  ])
})

test('every slip of a file is told, not only the first', () => {
  expect(refusalsWhen({ file: 'points', from: /immediately/g, to: 'at once' })).toHaveLength(13)
})

test('whatever stands in a cell, the record is read or refused, and never breaks', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '"', '\0', '\u202E', '2014', 'all', '-1', '1e9', '__proto__'),
  )
  const files = fc.constantFrom(...(Object.keys(recordFiles) as FileName[]))
  fc.assert(
    fc.property(files, cell, fc.nat(), (file, text, seed) => {
      const lines = shippedTexts[file].split('\n')
      const at = seed % lines.length
      const cells = String(lines[at]).split(',')
      cells[seed % cells.length] = text
      const planted = lines.with(at, cells.join(',')).join('\n')
      const read = readRecord(bytesOf({ ...shippedTexts, [file]: planted }))
      if (read.is === 'refused') {
        for (const refusal of read.refusals) expect(refusal.line).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

const gradeSum = (counts: Result['counts']): number => sum(Object.values(counts))

function shippedRecord(): PublishedRecord {
  const read = readRecord(bytesOf(shippedTexts))
  if (read.is === 'refused') throw new Error(read.refusals.map(refusalInWords).join('\n'))
  return read.record
}
