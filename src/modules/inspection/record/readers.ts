import type { Cells } from './cells.ts'
import type { FileName } from './files.ts'
import type {
  Force,
  ForceGroup,
  GroupMember,
  Mapping,
  ScaleGrade,
  TimescaleRule,
} from './published-record.ts'
import { statedTimescales } from './published-record.ts'
import type { AreaGrade, Conflict, Grade, Point, Result, Visit } from './visit.ts'

/** How a row of each file becomes a value of the domain. */
export const readers = {
  forces: (cell: Cells<'forces'>): Force => {
    cell.url('source')
    return {
      slug: cell.slug('slug'),
      name: cell.text('name'),
      country: cell.oneOf('country', ['England', 'Wales']),
      region: cell.text('region'),
      areaCode: cell.text('area_code'),
    }
  },
  groups: (cell: Cells<'groups'>): ForceGroup => ({
    slug: cell.slug('slug'),
    name: cell.text('name'),
  }),
  members: (cell: Cells<'members'>): GroupMember => ({
    group: cell.slug('group'),
    force: cell.slug('force'),
  }),
  scaleGrades: (cell: Cells<'scaleGrades'>): ScaleGrade => ({
    scale: cell.oneOf('scale', scales),
    title: cell.text('title'),
    graded: cell.oneOf('graded', ['case', 'area']),
    grade: cell.oneOf('grade', grades),
    inUseFrom: cell.period('in_use_from')?.text ?? cell.text('in_use_from'),
    sourceUrl: cell.url('source'),
  }),
  mappings: (cell: Cells<'mappings'>): Mapping => ({
    code: cell.slug('code'),
    title: cell.text('title'),
    scale: cell.oneOf('scale', scales),
    counted: cell.someOf('counted', grades),
    rest: cell.someOf('rest', grades),
    why: cell.text('why'),
    sourceUrl: cell.url('source'),
  }),
  visits: (cell: Cells<'visits'>): Visit => ({
    id: cell.slug('id'),
    subject: cell.slug('subject'),
    kind: cell.oneOf('kind', kinds),
    fieldwork: cell.period('fieldwork'),
    published: cell.period('published'),
  }),
  results: (cell: Cells<'results'>): Result => ({
    visitId: cell.slug('visit'),
    sample: cell.text('sample'),
    assessor: cell.oneOf('assessor', ['inspector', 'force']),
    scale: cell.textOrEmpty('scale') === '' ? null : cell.oneOf('scale', scales),
    cases: cell.count('cases'),
    counts: readCounts(cell),
    notGood: cell.count('not_good'),
    outcomes: cell.count('outcomes'),
    goodPercent: cell.percent('good_percent'),
    certainty: cell.oneOf('certainty', certainties),
    note: cell.textOrEmpty('note'),
    sourceUrl: cell.url('source_url'),
  }),
  areaGrades: (cell: Cells<'areaGrades'>): AreaGrade => ({
    visitId: cell.slug('visit'),
    scale: cell.oneOf('scale', scales),
    area: cell.textOrEmpty('area') || null,
    grade: cell.oneOf('grade', grades),
  }),
  points: (cell: Cells<'points'>): Point => ({
    subject: cell.slug('force'),
    published: cell.period('published'),
    event: cell.textOrEmpty('event'),
    timescale: cell.oneOf('timescale', [...statedTimescales, 'none stated']),
    summary: cell.text('summary'),
    area: cell.text('area'),
    basis: cell.oneOf('basis', bases),
    status: cell.textOrEmpty('status'),
    sourceUrl: cell.url('source_url'),
  }),
  conflicts: (cell: Cells<'conflicts'>): Conflict => ({
    visitId: cell.slug('visit'),
    about: cell.text('about'),
    oneSays: cell.text('one_says'),
    oneSource: cell.url('one_source'),
    otherSays: cell.text('other_says'),
    otherSource: cell.urlOrEmpty('other_source'),
  }),
  timescales: (cell: Cells<'timescales'>): TimescaleRule => ({
    code: cell.slug('code'),
    words: cell.text('words'),
    unit: cell.oneOf('unit', ['none', 'days', 'weeks', 'calendar months', 'working days']),
    amount: cell.count('amount'),
    countedFrom: cell.text('counted_from'),
    rule: cell.text('rule'),
    sourceUrl: cell.url('source'),
    verified: cell.text('verified'),
  }),
} satisfies { [File in FileName]: (cell: Cells<File>) => object }

const grades = ['good', 'adequate', 'requires improvement', 'inadequate'] as const
const scales = ['three-2014', 'four-mixed', 'three-2015', 'area-graded-2024'] as const
const kinds = [
  'inspection',
  'post-inspection review',
  're-inspection',
  'quarterly update',
  'joint',
] as const
const certainties = [
  'published',
  'derived',
  'published (source disagrees with itself)',
  'total only',
  'themed count in notes',
  'event only',
] as const
const bases = [
  'recommendation',
  'cause of concern',
  'area named for improvement',
  'inspector concern',
] as const

/** A grade that was not found is absent, so that nothing can take it for zero. */
function readCounts(cell: Cells<'results'>): Result['counts'] {
  const counts: [Grade, number | null][] = [
    ['good', cell.count('good')],
    ['adequate', cell.count('adequate')],
    ['requires improvement', cell.count('requires_improvement')],
    ['inadequate', cell.count('inadequate')],
  ]
  return Object.fromEntries(counts.filter(([, count]) => count !== null))
}
