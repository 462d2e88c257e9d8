import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/modules/inspection/downloads/csv.ts'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'

// OWASP ASVS 5.0: 1.2.10 (formulas in files for spreadsheets).

const db = await testDatabase()
const { app } = await testApp(db)

type Row = Record<string, string | number | null>

const files = app.addressPatterns
  .filter(pattern => pattern.endsWith('.csv'))
  .map(pattern => pattern.slice('/inspections/'.length, -'.csv'.length))

const csv = (name: string) => app.inject(`/inspections/${name}.csv`)

const recordsOf = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })

/** A cell as the file must hold it: blank for what was not found, never a formula. */
function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

test.each([
  ['results', 114],
  ['points', 276],
])('%s.csv has a row for each of the %i rows of the published record', async (name, rows) => {
  expect(recordsOf((await csv(name)).body)).toHaveLength(rows)
})

test('the files are found by their routes', () => {
  expect([...files].sort()).toEqual(['areas', 'national', 'points', 'results'])
})

test.each(files)('%s.csv is read right by a spreadsheet and kept as a file', async name => {
  const answer = await csv(name)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="inspections-${name}.csv"`,
  )
  const bytes = answer.rawPayload
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.subarray(3).includes(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(false)
  expect(answer.body.endsWith('\r\n')).toBe(true)
  expect(answer.body.replaceAll('\r\n', '')).not.toContain('\r')
})

test.each(files)('%s.csv and the JSON carry the same rows, column by column', async name => {
  const records = recordsOf((await csv(name)).body)
  const { rows } = (await app.inject(`/api/inspections/${name}`)).json<{ rows: Row[] }>()
  const columns = Object.keys(rows[0] ?? {})
  expect(Object.keys(records[0] ?? {})).toEqual(columns)
  expect(records).toEqual(
    rows.map(row => Object.fromEntries(columns.map(column => [column, cell(row[column])]))),
  )
})

test.each(files)('no cell of %s.csv starts a formula', async name => {
  const cells = recordsOf((await csv(name)).body).flatMap(record => Object.values(record))
  expect(cells.length).toBeGreaterThan(10)
  expect(cells.filter(text => /^[=+\-@\t\r＝＋－＠]/.test(text))).toEqual([])
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tcmd', '\r=1', '＝1+1', '＋1', '－1', '＠x'])(
  'a cell that begins like %j is made text in any file',
  value => {
    const [record] = recordsOf(csvOf(['note'], [{ note: value }]))
    expect(record?.['note']).toBe(`'${value}`)
  },
)

test('what is not found is a blank cell, and zero is a zero', () => {
  expect(csvOf(['a', 'b'], [{ a: null, b: 0 }])).toBe('\ufeffa,b\r\n,0\r\n')
})

test('quotes, commas and lines in a cell stay in it', () => {
  const value = 'one "two", three\nfour'
  expect(recordsOf(csvOf(['a'], [{ a: value }]))).toEqual([{ a: value }])
})
