import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { referenceFaults } from './check-reference.ts'

const shipped = resolve(import.meta.dirname, '../reference')
let reference: string

beforeEach(async () => {
  reference = await mkdtemp(join(tmpdir(), 'turnstone-check-'))
  await cp(shipped, reference, { recursive: true })
})

afterEach(() => rm(reference, { recursive: true }))

test('what is shipped has no fault', async () => {
  expect(await referenceFaults(shipped)).toEqual([])
})

const replaced =
  (path: string, from: string, to: string): Plant =>
  async () => {
    const text = await readFile(join(reference, path), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(reference, path), text.replace(from, to))
  }

const written =
  (path: string, text: string): Plant =>
  () =>
    writeFile(join(reference, path), text)

type Plant = () => Promise<unknown>

test.each<{ what: string; plant: Plant; says: string }>([
  {
    what: 'a file that no manifest tells of',
    plant: written('forces/budgets.csv', 'force,pounds\n'),
    says: 'forces/budgets.csv is not in the manifest: nobody knows where it comes from.',
  },
  {
    what: 'a file outside the folders',
    plant: written('notes.csv', 'a\n'),
    says: 'notes.csv lies beside the folders, where no manifest tells of it.',
  },
  {
    what: 'a folder without a manifest',
    plant: () => rm(join(reference, 'frameworks/manifest.json')),
    says: 'frameworks has no manifest.json.',
  },
  {
    what: 'a file that is gone',
    plant: () => rm(join(reference, 'forces/officers.csv')),
    says: 'forces/officers.csv is in the manifest and not in the folder.',
  },
  {
    what: 'a source left empty',
    plant: replaced('forces/manifest.json', 'Press list of officer numbers of 23 July 2025.', ''),
    says: 'forces/manifest.json: files.3.source: The source is missing.',
  },
  {
    what: 'a licence left empty',
    plant: replaced(
      'forces/manifest.json',
      'Our own record of published facts: names and codes.',
      '',
    ),
    says: 'forces/manifest.json: files.0.licence: The licence is missing.',
  },
  {
    what: 'a date that is no day',
    plant: replaced('time-limits/manifest.json', '"2026-11-23"', '"November"'),
    says: 'time-limits/manifest.json: files.0.sourceDate: The date of the source is missing, or is not a day like 2026-11-23.',
  },
  {
    what: 'a manifest that is not JSON',
    plant: written('forces/manifest.json', '{ title: forces }'),
    says: 'forces/manifest.json: The manifest is not JSON.',
  },
  {
    what: 'a column that the manifest does not tell of',
    plant: replaced('forces/officers.csv', 'officers,source', 'officers,staff,source'),
    says: 'forces/officers.csv has the columns force, on, officers, staff, source; its manifest tells of force, on, officers, source.',
  },
  {
    what: 'a formula in a file that the record does not read',
    plant: replaced('forces/officers.csv', ',3327,', ',=3327,'),
    says: 'forces/officers.csv, line 2: The cell begins like a spreadsheet formula (with = + - @, a tab or a carriage return).',
  },
  {
    what: 'a row with a cell too many',
    plant: replaced('forces/officers.csv', ',3327,', ',3327,,'),
    says: 'forces/officers.csv, line 2 has 5 cells.',
  },
  {
    what: 'an impossible count',
    plant: replaced('published-inspections/results.csv', 'three-2015,72,27,', 'three-2015,72,30,'),
    says: 'published-inspections/results.csv, line 92, column cases: 30 good, 24 requires improvement and 21 inadequate add up to 75, more than 72 cases.',
  },
])('$what is a fault', async ({ plant, says }) => {
  await plant()
  expect(await referenceFaults(reference)).toContain(says)
})

test('the command exits 1 and says what to mend', async () => {
  await written('notes.csv', 'a\n')()
  const tool = resolve(import.meta.dirname, 'check-reference.ts')
  const planted = spawnSync(process.execPath, [tool, reference], { encoding: 'utf8' })
  expect(planted.status).toBe(1)
  expect(planted.stderr).toContain('notes.csv lies beside the folders')
  expect(spawnSync(process.execPath, [tool, shipped]).status).toBe(0)
})
