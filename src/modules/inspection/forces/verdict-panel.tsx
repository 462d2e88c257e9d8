import { Tag } from '../../../platform/web/components/tag.tsx'
import {
  percent,
  percentInterval,
  pointsInterval,
  pointsInWords,
} from '../../../platform/web/words/numbers.ts'
import type { Graded } from '../grading/graded.ts'
import { isWholeSample } from '../grading/sample.ts'
import type { GradeShare } from '../grading/share.ts'
import { whenOf } from '../history/order.ts'
import { periodWords } from '../history/when.ts'
import {
  caveat,
  type Compared,
  type NotCompared,
  type ShareChange,
  type Verdict,
} from './verdict.ts'

/** One comparison of two visits: the verdict, the figures behind it, and what it does not show. */
export const VerdictPanel = ({ verdict }: { verdict: Verdict }) => (
  <div class="turnstone-verdict">
    <h3 class="govuk-heading-s turnstone-verdict__heading">
      {pairInWords(verdict.earlier, verdict.later)}{' '}
      <Tag text={verdict.is} classes={tagClass[verdict.is]} />
    </h3>
    {verdict.is === 'cannot be compared' ? (
      <Reasons verdict={verdict} />
    ) : (
      <Figures verdict={verdict} />
    )}
    <p class="govuk-body-s turnstone-verdict__caveat">{caveat}</p>
  </div>
)

const tagClass: Record<Verdict['is'], string> = {
  'later cases graded better': 'govuk-tag--green',
  'later cases graded worse': 'govuk-tag--orange',
  'no clear difference': 'govuk-tag--grey',
  'cannot be compared': 'govuk-tag--grey',
}

function pairInWords(earlier: Graded, later: Graded): string {
  const part = isWholeSample(later.result) ? '' : `, ${later.result.sample}`
  return `${visitInWords(earlier)}, then ${visitInWords(later)}${part}:`
}

const visitInWords = ({ visit }: Graded): string => `${visit.kind} ${periodWords(whenOf(visit))}`

const Reasons = ({ verdict }: { verdict: NotCompared }) => (
  <ul class="govuk-list govuk-list--bullet">
    {verdict.reasons.map(reason => (
      <li>{reason}</li>
    ))}
  </ul>
)

const Figures = ({ verdict }: { verdict: Compared }) => (
  <>
    <ChangeInWords what="Good" change={verdict.good} />
    {verdict.inadequate && <ChangeInWords what="Inadequate" change={verdict.inadequate} />}
    <p class="govuk-body">
      {sentences[verdict.is]}
      {verdict.farBeyondChance && ' The difference is far beyond what chance alone would give.'}
    </p>
    {verdict.warnings.map(warning => (
      <p class="govuk-body">{warning}</p>
    ))}
  </>
)

const sentences: Record<Compared['is'], string> = {
  'later cases graded better':
    'A larger share of the later cases was graded good: the whole interval lies above no difference.',
  'later cases graded worse':
    'A smaller share of the later cases was graded good: the whole interval lies below no difference.',
  'no clear difference':
    'The interval holds both a rise and a fall in the share graded good, so these cases do not tell which.',
}

const ChangeInWords = ({ what, change }: { what: string; change: ShareChange }) => {
  const { difference } = change
  if (difference.is !== 'calculated') return <p class="govuk-body">{difference.reason}</p>
  const { low, high } = difference.interval
  return (
    <p class="govuk-body">
      <strong>{`${what}: `}</strong>
      {`${shareInWords(change.earlier)}, then ${shareInWords(change.later)}: ${pointsInWords(difference.estimate)} (95% interval ${pointsInterval(low, high)}; Newcombe).`}
    </p>
  )
}

/** "96 of 374 (26%, 95% interval 22% to 30%)". */
function shareInWords({ count, of, share }: GradeShare): string {
  if (share.is !== 'calculated') return `${count} of ${of}`
  const { low, high } = share.interval
  return `${count} of ${of} (${percent(share.estimate)}, 95% interval ${percentInterval(low, high)})`
}
