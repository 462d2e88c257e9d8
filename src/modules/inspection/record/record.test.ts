import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inProgram } from '../../../platform/config/program-root.ts'
import type { FileName } from './files.ts'
import { recordFiles } from './files.ts'
import type { PublishedRecord } from './published-record.ts'
import { readRecord, type RecordTexts } from './record.ts'
import { refusalInWords } from './refusal.ts'
import type { Result } from './visit.ts'

const shipped = Object.fromEntries(
  Object.entries(recordFiles).map(([name, { path }]) => [
    name,
    readFileSync(inProgram('reference', path), 'utf8'),
  ]),
) as Record<FileName, string>

const bytesOf = (texts: Partial<Record<FileName, string>>): RecordTexts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  )

function recordOf(texts: Record<FileName, string>): PublishedRecord {
  const read = readRecord(bytesOf(texts))
  if (read.is === 'refused') throw new Error(read.refusals.map(refusalInWords).join('\n'))
  return read.record
}

/** What is said when one text of one file is another. */
function refusalsWhen(file: FileName, from: string | RegExp, to: string): string[] {
  const text = shipped[file].replace(from, to)
  expect(text, 'the planted slip must change something').not.toBe(shipped[file])
  const read = readRecord(bytesOf({ ...shipped, [file]: text }))
  return read.is === 'refused' ? read.refusals.map(refusalInWords) : []
}

test('the shipped record has 43 forces, 98 visits, 114 results and 276 points', () => {
  const { forces, visits, results, points, conflicts } = recordOf(shipped)
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
  const record = recordOf(shipped)
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
  const { results, conflicts } = recordOf(shipped)
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
  const cleveland = recordOf(shipped).areaGrades.filter(
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

const yorkshire = 'west-yorkshire-inspection-2014-08,all (jointly assessed sample),inspector'

test.each<[what: string, file: FileName, from: string | RegExp, to: string, says: string]>([
  [
    'parts that do not add up',
    'results',
    '2022-07,all,inspector,three-2015,72,27,',
    '2022-07,all,inspector,three-2015,72,26,',
    'column cases: 26 good, 24 requires improvement and 21 inadequate add up to 71, not to 72 cases.',
  ],
  [
    'the sum of West Yorkshire without its mark',
    'results',
    new RegExp(`(${RegExp.escape(yorkshire)}.*)published \\(source disagrees with itself\\)`),
    '$1published',
    '9 good, 8 adequate, 7 requires improvement and 10 inadequate add up to 34, more than 33 cases.',
  ],
  [
    'a contradiction whose two statements are nowhere',
    'conflicts',
    /^durham-post.*\n/m,
    '',
    'column certainty: The two statements that disagree are not in the conflicts.',
  ],
  [
    'a grade that the scale does not have',
    'results',
    '2022-07,all,inspector,three-2015,72,27,,24,21',
    '2022-07,all,inspector,three-2015,72,27,24,,21',
    'column adequate: No case can be graded adequate on the scale three-2015.',
  ],
  [
    'case counts on the scale of areas',
    'results',
    '2022-07,all,inspector,three-2015',
    '2022-07,all,inspector,area-graded-2024',
    'column good: No case can be graded good on the scale area-graded-2024.',
  ],
  [
    'lower grades together that are not their sum',
    'results',
    '72,27,,24,21,45,',
    '72,27,,24,21,44,',
    'column not_good: The cases graded requires improvement and inadequate are 45, not 44.',
  ],
  [
    'more good and not good than cases',
    'results',
    '89,14,,,,75,',
    '89,15,,,,75,',
    'column not_good: 15 good and 75 not good are more than 89 cases.',
  ],
  [
    'grades of no total',
    'results',
    '2022-07,all,inspector,three-2015,72,',
    '2022-07,all,inspector,three-2015,,',
    'column cases: Grades are counted of no total.',
  ],
  [
    'grades on no scale',
    'results',
    '2022-07,all,inspector,three-2015,72,',
    '2022-07,all,inspector,,72,',
    'column scale: Grades are counted on no scale.',
  ],
  [
    'an event with figures',
    'results',
    'sussex-inspection-2018-06,all,inspector,,,',
    'sussex-inspection-2018-06,all,inspector,,40,',
    'column certainty: The row says that only the event is known, and has figures.',
  ],
  [
    'a published row without figures',
    'results',
    ',,,,,,53,published,',
    ',,,,,,,published,',
    'column certainty: The row says that figures were published, and has none.',
  ],
  [
    'a themed count with grades',
    'results',
    'three-2015,31,,,,,,,total only',
    'three-2015,31,,,,16,,,total only',
    'column certainty: The row says that no grades are known, and has some.',
  ],
  [
    'a share of more than all',
    'results',
    ',53,published,',
    ',153,published,',
    'column good_percent: 153% is more than 100%.',
  ],
  [
    'a count that is not a whole number',
    'results',
    'three-2015,72,27,',
    'three-2015,72,27.5,',
    'column good: A count is a whole number such as 0 or 42.',
  ],
  [
    'a kind that nobody knows',
    'visits',
    'suffolk,inspection,',
    'suffolk,dawn raid,',
    'column kind: "dawn raid" is not one of: inspection, post-inspection review,',
  ],
  [
    'a certainty that nobody knows',
    'results',
    'published,27+24+21',
    'certain,27+24+21',
    'column certainty: "certain" is not one of:',
  ],
  [
    'an assessor that nobody knows',
    'results',
    '2022-07,all,inspector',
    '2022-07,all,nobody',
    'column assessor: "nobody" is not one of: inspector, force.',
  ],
  [
    'a result of an unknown visit',
    'results',
    'suffolk-inspection-2022-07',
    'suffolk-inspection-2022-06',
    'column visit: No visit is named "suffolk-inspection-2022-06".',
  ],
  [
    'a visit of an unknown force',
    'visits',
    'suffolk,inspection',
    'sufolk,inspection',
    'column subject: No force or group is named "sufolk".',
  ],
  [
    'a member that is no force',
    'members',
    'west-mercia',
    'east-mercia',
    'column force: No force is named "east-mercia".',
  ],
  [
    'a group with the name of a force',
    'groups',
    'eight-forces-2014',
    'norfolk',
    'column slug: A force has this name already.',
  ],
  [
    'a point whose timescale has no rule',
    'timescales',
    'six months',
    'half a year',
    'column timescale: No timescale is named "six months".',
  ],
  [
    'an area graded on a scale for cases',
    'areaGrades',
    'area-graded-2024,leadership,good',
    'three-2015,leadership,good',
    'column grade: No area can be graded good on the scale three-2015.',
  ],
  [
    'a mapping that forgets a grade',
    'mappings',
    'good,requires improvement; inadequate',
    'good,inadequate',
    'column counted: Each grade of three-2015 (good, requires improvement, inadequate) belongs on one side, once.',
  ],
  [
    'a scale told in two ways',
    'scaleGrades',
    '"Three grades, from 2015",case,good',
    '"Three grades, 2015 on",case,good',
    'grading-scales.csv, line 10, column scale: Line 9 tells it differently.',
  ],
  [
    'the same visit under two names',
    'visits',
    /$/,
    'suffolk-again,suffolk,inspection,2022-07,2022-12-22\n',
    'visits.csv, line 100: The row tells again what line 80 has said.',
  ],
  [
    'an address that a browser would run',
    'points',
    'https://www.expressandstar.com/news/crime/2015',
    'javascript:alert(1)//2015',
    'column source_url: A web address that begins with http:// or https:// is expected.',
  ],
  [
    'a column too many',
    'visits',
    'fieldwork,published',
    'fieldwork,published,secret',
    'visits.csv, line 1, column secret: The file should not have this column.',
  ],
  [
    'columns in another order',
    'visits',
    'fieldwork,published',
    'published,fieldwork',
    'visits.csv, line 1, column published: The columns should be id, subject, kind, fieldwork, published.',
  ],
  [
    'a cell too many',
    'visits',
    '2022-07,2022-12-22',
    '2022-07,2022-12-22,',
    'visits.csv, line 80: The line has 6 cells; it should have 5.',
  ],
  ['an empty line', 'visits', '\n', '\n\n', 'visits.csv, line 2: The line is empty.'],
  [
    'lines that end in the Windows way',
    'groups',
    /\n/g,
    '\r\n',
    'groups.csv, line 1, column name: The column is missing.',
  ],
  [
    'a byte-order mark',
    'groups',
    /^/,
    '\uFEFF',
    'groups.csv, line 1, column slug: The column is missing.',
  ],
  [
    'a character that cannot be seen',
    'points',
    'Clear the',
    'Clear\u200B the',
    'points.csv, line 10, column summary: The cell holds a character that cannot be seen.',
  ],
  [
    'a text that would fill a page',
    'points',
    'Clear the',
    'Clear '.repeat(200),
    'points.csv, line 10, column summary: The cell has more than 1000 characters.',
  ],
  [
    'a name that spells a prototype',
    'points',
    '\nlancashire,',
    '\n__proto__,',
    'points.csv, line 19, column force: A name such as west-midlands is expected.',
  ],
])('%s is refused', (_, file, from, to, says) => {
  expect(refusalsWhen(file, from, to).join('\n')).toContain(says)
})

test('every slip of a file is told, not only the first', () => {
  expect(refusalsWhen('points', /immediately/g, 'at once')).toHaveLength(13)
})

test('whatever stands in a cell, the record is read or refused, and never breaks', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '"', '\0', '\u202E', '2014', 'all', '-1', '1e9', '__proto__'),
  )
  const files = fc.constantFrom(...(Object.keys(recordFiles) as FileName[]))
  fc.assert(
    fc.property(files, cell, fc.nat(), (file, text, seed) => {
      const lines = shipped[file].split('\n')
      const at = seed % lines.length
      const cells = String(lines[at]).split(',')
      cells[seed % cells.length] = text
      const planted = lines.with(at, cells.join(',')).join('\n')
      const read = readRecord(bytesOf({ ...shipped, [file]: planted }))
      if (read.is === 'refused') {
        for (const refusal of read.refusals) expect(refusal.line).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

const gradeSum = (counts: Result['counts']): number => sum(Object.values(counts))
