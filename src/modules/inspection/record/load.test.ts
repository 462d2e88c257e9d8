import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRollback, testDatabase } from '../../../../tests/builders/database.ts'
import { thePublic } from '../../../platform/access/actor.ts'
import { inProgram } from '../../../platform/config/program-root.ts'
import { parseConnection } from '../../../platform/config/connection.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { openMaintenance } from '../../../platform/db/maintenance.ts'
import { recordFiles } from './files.ts'
import { recordLoader, RefusedRecord } from './load.ts'

const db = await testDatabase()
const maintenance = openMaintenance(parseConnection(db.ownerUrl, 'test'))
const reference = await mkdtemp(join(tmpdir(), 'turnstone-reference-'))

beforeAll(async () => {
  await cp(inProgram('reference'), reference, { recursive: true })
  await load()
})

afterAll(async () => {
  await maintenance.close()
  await rm(reference, { recursive: true })
})

/** As `start` loads: as the owner, in one transaction. */
async function load(): Promise<{ loaded: number; unchanged: boolean }> {
  let answer = { loaded: -1, unchanged: false }
  await maintenance.loading(async tx => {
    answer = await recordLoader.load(tx, reference)
  })
  return answer
}

test('a member of the public can read 43 forces, 98 visits, 114 results and 276 points', async () => {
  expect(await rowCounts()).toEqual({
    force: 43,
    force_group: 1,
    group_member: 8,
    scale: 4,
    scale_grade: 14,
    mapping: 3,
    mapping_grade: 10,
    visit: 98,
    result: 114,
    area_grade: 30,
    point: 276,
    conflict: 12,
    timescale: 5,
  })
})

test('every loaded file is kept with its source, its date and its licence', async () => {
  const files = await db.door.reading(thePublic, tx =>
    tx.selectFrom('platform.reference_file').selectAll().execute(),
  )
  const paths = files.map(file => `${file.folder}/${file.path}`)
  expect(paths).toEqual(expect.arrayContaining(Object.values(recordFiles).map(file => file.path)))
  for (const file of files) expect(file).toMatchObject({ source_date: '2026-11-23' })
})

test('a second load of the same files writes nothing', async () => {
  expect(await load()).toEqual({ loaded: 0, unchanged: true })
})

test('a file that changed is loaded anew, and so is one whose source was corrected', async () => {
  const point = 'points.csv'
  await edited(`published-inspections/${point}`, text => text.replace('Clear the 250', 'Clear all'))
  expect(await load()).toEqual({ loaded: 604, unchanged: false })
  expect(await summaries()).toContain('Clear all overdue sex-offender checks')
  await edited('time-limits/manifest.json', text =>
    text.replace('"version": "1"', '"version": "2"'),
  )
  expect((await load()).unchanged).toBe(false)
  await restored(`published-inspections/${point}`)
  await restored('time-limits/manifest.json')
  expect((await load()).unchanged).toBe(false)
})

const inResults = 'published-inspections/results.csv'
const suffolk = /^(suffolk-inspection-2022-07,all,inspector,three-2015),72,/m

test.each<[what: string, path: string, edit: (text: string) => string, says: string]>([
  [
    'a wrong column',
    inResults,
    text => text.replace('requires_improvement,', 'requires_improvment,'),
    'results.csv, line 1, column requires_improvement: The column is missing.',
  ],
  [
    'grades that add up to more than the cases',
    inResults,
    text => text.replace(suffolk, '$1,71,'),
    'results.csv, line 92, column cases: 27 good, 24 requires improvement and 21 inadequate add up to 72, more than 71 cases.',
  ],
  [
    'a negative count',
    inResults,
    text => text.replace(suffolk, '$1,-72,'),
    'results.csv, line 92, column cases: The cell begins like a spreadsheet formula (with = + - @, a tab or a carriage return).',
  ],
  [
    'an unknown force',
    'published-inspections/points.csv',
    text => text.replace('\nlancashire,', '\nlancashier,'),
    'points.csv, line 19, column force: No force is named "lancashier".',
  ],
  [
    'a duplicate row',
    inResults,
    text => text + String(text.split('\n')[91]) + '\n',
    'results.csv, line 116: The row tells again what line 92 has said.',
  ],
  [
    'a formula',
    inResults,
    text => text.replace('27+24+21=72; confirmed', '"=HYPERLINK(""https://x"")"; confirmed'),
    'results.csv, line 92: A quotation mark is not closed, or stands where none may stand.',
  ],
  [
    'a formula in quotation marks',
    inResults,
    text => text.replace('27+24+21=72; confirmed by Suffolk News; ten recommendations', '"=1+1"'),
    'results.csv, line 92, column note: The cell begins like a spreadsheet formula (with = + - @, a tab or a carriage return).',
  ],
  [
    'a character that turns the direction of writing',
    'published-inspections/points.csv',
    text => text.replace('Clear the 250', 'Clear \u202Ethe 250'),
    'points.csv, line 10, column summary: The cell holds a character that turns the direction of writing.',
  ],
  [
    'a NUL',
    'forces/forces.csv',
    text => text.replace('Cheshire', 'Chesh\0ire'),
    'forces.csv, line 5, column name: The cell holds a NUL character.',
  ],
  [
    'a day that does not exist',
    'published-inspections/visits.csv',
    text => text.replace('2014-10-28', '2014-10-32'),
    'visits.csv, line 93, column published: "2014-10-32" is not a day, month, season or year of the record, such as 2014-06 or 2023-07-24/2023-08-04.',
  ],
  [
    'a report published before the visit',
    'published-inspections/visits.csv',
    text => text.replace('2014-06,2014-10-28', '2014-06,2014-05-28'),
    'visits.csv, line 93, column published: Published 2014-05-28, before the fieldwork of 2014-06 was over.',
  ],
  [
    'a scale that nobody uses',
    inResults,
    text => text.replace(suffolk, 'suffolk-inspection-2022-07,all,inspector,five-stars,72,'),
    'results.csv, line 92, column scale: "five-stars" is not one of: three-2014, four-mixed, three-2015, area-graded-2024.',
  ],
  [
    'a folder whose manifest forgets a file',
    'forces/manifest.json',
    text => text.replace('"groups.csv"', '"group.csv"'),
    'forces/manifest.json, line 1: The manifest does not tell of groups.csv.',
  ],
])(
  '%s is refused with file, line, column and reason, and the data of before stay',
  async (_, path, edit, says) => {
    const before = await rowCounts()
    await edited(path, edit)
    const refused: unknown = await load().catch((error: unknown) => error)
    await restored(path)
    expect(refused).toBeInstanceOf(RefusedRecord)
    expect((refused as RefusedRecord).sentence).toContain(says)
    expect(await rowCounts()).toEqual(before)
    expect(await load()).toEqual({ loaded: 0, unchanged: true })
  },
)

test('bytes that are not UTF-8 are refused with the column that holds them', async () => {
  const path = join(reference, 'forces/forces.csv')
  const bytes = await readFile(path)
  bytes[bytes.indexOf('Durham')] = 0xff
  await writeFile(path, bytes)
  const refused: unknown = await load().catch((error: unknown) => error)
  await restored('forces/forces.csv')
  expect((refused as RefusedRecord).refusals).toEqual([
    {
      file: 'forces/forces.csv',
      line: 12,
      column: 'name',
      reason: 'Byte 8 of the line is not valid UTF-8.',
    },
  ])
})

test('a missing file is refused', async () => {
  await rm(join(reference, 'published-inspections/conflicts.csv'))
  const refused: unknown = await load().catch((error: unknown) => error)
  await restored('published-inspections/conflicts.csv')
  expect((refused as RefusedRecord).sentence).toContain(
    'conflicts.csv, line 1: The file is missing.',
  )
})

test('the application cannot write the record', async () => {
  await inRollback(db, thePublic, async tx => {
    const writing = tx.deleteFrom('inspection.result').execute()
    await expect(writing).rejects.toMatchObject({ facts: { sqlstate: '42501' } })
  })
})

test('without an actor nobody reads anything, the owner neither', async () => {
  const { withClient } = await import('../../../platform/db/roles.ts')
  for (const url of [db.appUrl, db.ownerUrl]) {
    const rows = await withClient(parseConnection(url, 'test'), client =>
      client.query('select from inspection.result'),
    )
    expect(rows.rowCount).toBe(0)
  }
})

const tables = [
  'force',
  'force_group',
  'group_member',
  'scale',
  'scale_grade',
  'mapping',
  'mapping_grade',
  'visit',
  'result',
  'area_grade',
  'point',
  'conflict',
  'timescale',
] as const

const rowCounts = () =>
  db.door.reading(thePublic, async tx => {
    const counts: Record<string, number> = {}
    for (const table of tables) counts[table] = await rowCount(tx, table)
    return counts
  })

const rowCount = async (tx: Reader, table: (typeof tables)[number]): Promise<number> => {
  const row = await tx
    .selectFrom(`inspection.${table}`)
    .select(of => of.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return row.rows
}

const summaries = async (): Promise<string[]> => {
  const points = await db.door.reading(thePublic, tx =>
    tx.selectFrom('inspection.point').select('summary').execute(),
  )
  return points.map(point => point.summary)
}

const edited = async (path: string, edit: (text: string) => string): Promise<void> => {
  const text = await readFile(join(reference, path), 'utf8')
  const after = edit(text)
  expect(after, 'the edit must change something').not.toBe(text)
  await writeFile(join(reference, path), after)
}

const restored = (path: string): Promise<void> =>
  cp(inProgram('reference', path), join(reference, path))
