import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { thePublic } from '../../../platform/access/actor.ts'
import { inProgram } from '../../../platform/config/program-root.ts'
import { parseConnection } from '../../../platform/config/connection.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { openMaintenance } from '../../../platform/db/maintenance.ts'
import { recordLoader } from './load.ts'

const db = await testDatabase()
const maintenance = openMaintenance(parseConnection(db.ownerUrl, 'test'))

beforeAll(() => maintenance.loading(tx => recordLoader.load(tx, inProgram('reference'))))
afterAll(() => maintenance.close())

/** The rule that the database names when even the loader tries to break it. */
async function refusedBy(write: (tx: Writer) => Promise<unknown>): Promise<unknown> {
  const refused: unknown = await maintenance.loading(write).then(
    () => 'taken',
    (error: unknown) => error,
  )
  return refused instanceof Error && 'facts' in refused ? refused.facts : refused
}

const suffolk = (tx: Writer) =>
  tx.updateTable('inspection.result').where('visit_id', '=', 'suffolk-inspection-2022-07')

test.each<[what: string, constraint: string, write: (tx: Writer) => Promise<unknown>]>([
  [
    'grades that are more than the cases',
    'grades_within_cases',
    tx => suffolk(tx).set({ cases: 40, inadequate: null }).execute(),
  ],
  [
    'parts that do not add up',
    'result_parts_add_up',
    tx => suffolk(tx).set({ cases: 80 }).execute(),
  ],
  [
    'a grade that the scale does not have',
    'result_grade_of_its_scale',
    tx => suffolk(tx).set({ inadequate: null, adequate: 21 }).execute(),
  ],
  [
    'a count below zero',
    'result_good_check',
    tx => suffolk(tx).set({ good: -1, inadequate: null }).execute(),
  ],
  [
    'a share of more than all',
    'result_good_percent_check',
    tx => suffolk(tx).set({ good_percent: 101 }).execute(),
  ],
  [
    'an event with figures',
    'event_has_no_figures',
    tx => suffolk(tx).set({ certainty: 'event only' }).execute(),
  ],
  [
    'a result without its visit',
    'result_visit_id_fkey',
    tx => suffolk(tx).set({ visit_id: 'nowhere' }).execute(),
  ],
  [
    'a report published before its visit',
    'published_after_fieldwork_began',
    tx =>
      tx
        .updateTable('inspection.visit')
        .set({ published_from: '2022-06-01', published_to: '2022-06-01' })
        .where('id', '=', 'suffolk-inspection-2022-07')
        .execute(),
  ],
  [
    'half a period',
    'fieldwork_known_whole_or_not_at_all',
    tx =>
      tx
        .updateTable('inspection.visit')
        .set({ fieldwork_text: null })
        .where('id', '=', 'suffolk-inspection-2022-07')
        .execute(),
  ],
  [
    'the same visit twice',
    'visit_happened_once',
    tx =>
      tx
        .insertInto('inspection.visit')
        .columns(['id', 'force', 'kind', 'position'])
        .values({ id: 'again', force: 'norfolk', kind: 'post-inspection review', position: 999 })
        .execute(),
  ],
  [
    'a force that visits still name',
    'visit_force_fkey',
    tx => tx.deleteFrom('inspection.force').where('slug', '=', 'suffolk').execute(),
  ],
])('the database itself refuses %s', async (_, constraint, write) => {
  expect(await refusedBy(write)).toMatchObject({ constraint })
})

test('scales and mappings keep the order and the sides of their files', async () => {
  const read = await db.door.reading(thePublic, async tx => ({
    grades: await tx
      .selectFrom('inspection.scale_grade')
      .select(['grade', 'rank'])
      .where('scale', '=', 'four-mixed')
      .orderBy('rank')
      .execute(),
    sides: await tx
      .selectFrom('inspection.mapping_grade')
      .select(['side', 'grade'])
      .where('mapping', '=', 'good-or-adequate-four-mixed')
      .orderBy('grade')
      .execute(),
  }))
  expect(read.grades.map(({ rank, grade }) => `${rank} ${grade}`)).toEqual([
    '1 good',
    '2 adequate',
    '3 requires improvement',
    '4 inadequate',
  ])
  expect(read.sides.map(({ side, grade }) => `${side}: ${grade}`)).toEqual([
    'counted: adequate',
    'counted: good',
    'rest: inadequate',
    'rest: requires improvement',
  ])
})

test('a row arrives as its file has it, with nothing where nothing was found', async () => {
  const row = await db.door.reading(thePublic, tx =>
    tx
      .selectFrom('inspection.result as result')
      .innerJoin('inspection.visit as visit', 'visit.id', 'result.visit_id')
      .selectAll()
      .where('visit.id', '=', 'west-midlands-inspection-2014-06')
      .where('result.sample', '=', 'all')
      .executeTakeFirstOrThrow(),
  )
  expect(row).toMatchObject({
    force: 'west-midlands',
    force_group: null,
    subject: 'west-midlands',
    kind: 'inspection',
    fieldwork_text: '2014-06',
    fieldwork_from: '2014-06-01',
    fieldwork_to: '2014-06-30',
    fieldwork_precision: 'month',
    published_text: '2014-10-28',
    published_precision: 'day',
    assessor: 'inspector',
    scale: 'three-2014',
    cases: 115,
    good: null,
    adequate: null,
    requires_improvement: null,
    inadequate: 48,
    not_good: null,
    outcomes: null,
    good_percent: null,
    certainty: 'derived',
  })
})
