import { clopperPearsonUpper } from '../../../methods/intervals/clopper-pearson.ts'
import { Table } from '../../../platform/web/components/table.tsx'
import {
  atStart,
  listInWords,
  percent,
  percentInterval,
} from '../../../platform/web/words/numbers.ts'
import type { Scale } from '../grading/scale.ts'
import { gradeShares, type GradeShare, type GradeShares } from '../grading/share.ts'
import type { Result } from '../record/visit.ts'
import { SourceLink } from './source-link.tsx'

export interface SampleFiguresProps {
  result: Result
  scale: Scale | null
  /** The visit graded areas of work, so that the absence of counts needs no words. */
  areasGraded: boolean
}

/** What was published of one sample: its grades with shares and intervals, how sure they are, the source. */
export const SampleFigures = ({ result, scale, areasGraded }: SampleFiguresProps) => {
  const found = gradeShares(result, scale)
  return (
    <div class="turnstone-sample">
      {found.is === 'nothing counted' || found.is === 'outcomes' ? (
        areasGraded || (
          <p class="govuk-body">
            {found.is === 'outcomes' ? `${atStart(result.sample)}: ${found.why}` : found.why}
          </p>
        )
      ) : (
        <GradesTable result={result} scale={scale} found={found} />
      )}
      <p class="govuk-body-s">
        {result.note !== '' && `${certaintyWords[result.certainty]}${result.note}. `}
        <SourceLink url={result.sourceUrl} about={result.sample} />
      </p>
    </div>
  )
}

const certaintyWords: Record<Result['certainty'], string> = {
  published: '',
  derived: 'Derived: ',
  'published (source disagrees with itself)': 'The source disagrees with itself: ',
  'total only': 'Total only: ',
  'themed count in notes': 'A count on one theme, not a grade: ',
  'event only': '',
}

interface GradesProps {
  result: Result
  scale: Scale | null
  found: Extract<GradeShares, { is: 'shares' | 'contradiction' }>
}

const GradesTable = ({ result, scale, found }: GradesProps) => (
  <>
    <Table
      caption={captionOf(result, scale)}
      captionClasses="govuk-table__caption--s"
      classes="turnstone-table turnstone-table--figures"
      firstCellIsHeader
      head={['Grade', numeric('Cases'), numeric('Share'), numeric('95% interval')]}
      rows={found.is === 'shares' ? found.shares.map(shareRow) : found.counts.map(countRow)}
    />
    {found.is === 'contradiction' && <p class="govuk-body">{found.why}</p>}
    {found.is === 'shares' && found.shares.filter(({ count }) => count === 0).map(noneOf)}
  </>
)

const numeric = (text: string) => ({ text, format: 'numeric' }) as const

const captionOf = (result: Result, scale: Scale | null): string =>
  [
    sampleName(result.sample),
    `read by ${result.assessor === 'force' ? 'the force itself' : 'inspectors'}`,
    `${result.cases ?? 'unknown number of'} cases`,
    ...(scale === null ? [] : [`graded ${listInWords(scale.grades, 'or')}`]),
  ].join(', ')

/** "Whole sample", "Whole sample (jointly assessed sample)", "Part: missing from home". */
const sampleName = (sample: string): string =>
  sample.startsWith('all') ? `Whole sample${sample.slice('all'.length)}` : `Part: ${sample}`

const shareRow = ({ counted, count, of, share }: GradeShare) =>
  share.is === 'calculated'
    ? [
        atStart(counted),
        numeric(`${count} of ${of}`),
        numeric(percent(share.estimate)),
        numeric(percentInterval(share.interval.low, share.interval.high)),
      ]
    : [
        atStart(counted),
        numeric(`${count} of ${of}`),
        numeric('not defined'),
        numeric('not defined'),
      ]

const countRow = ({ counted, count }: { counted: string; count: number }) => [
  atStart(counted),
  numeric(String(count)),
  numeric('not worked out'),
  numeric('not worked out'),
]

/** None found is not none: what share would still leave none in a sample of this size. */
const noneOf = ({ counted, of }: GradeShare) => {
  const most = clopperPearsonUpper({ x: 0, n: of, level: 0.95 })
  return (
    most.is === 'calculated' && (
      <p class="govuk-body">
        {`None of ${of} was graded ${counted}. A share of up to ${percent(most.interval.high)} would still be compatible with that (one-sided 95% bound, Clopper-Pearson).`}
      </p>
    )
  )
}
