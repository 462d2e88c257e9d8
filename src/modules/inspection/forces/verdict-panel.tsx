import {
  atStart,
  percent,
  percentInterval,
  pointsInterval,
  pointsInWords,
} from '../../../platform/web/words/numbers.ts'
import { isWholeSample } from '../grading/sample.ts'
import type { GradeShare } from '../grading/share.ts'
import { visitName } from '../history/when.ts'
import type { PairVerdict, Span } from './pairs.ts'
import {
  caveat,
  type Compared,
  type NotCompared,
  type ShareChange,
  type Verdict,
} from './verdict.ts'

/** One comparison of two visits: the verdict, the figures behind it, and what it does not show. */
export const VerdictPanel = ({ span, verdict }: PairVerdict) => (
  <div class={`turnstone-verdict turnstone-verdict--${kindClass[verdict.is]}`}>
    <h3 class="govuk-heading-s turnstone-verdict__heading">
      <span class="turnstone-verdict__pair">{pairInWords(span, verdict)}</span>{' '}
      <span class="turnstone-verdict__words">{atStart(verdict.is)}</span>
    </h3>
    {verdict.is === 'cannot be compared' ? (
      <Reasons verdict={verdict} />
    ) : (
      <Figures verdict={verdict} />
    )}
    <p class="govuk-body-s turnstone-verdict__caveat">{caveat}</p>
  </div>
)

const kindClass: Record<Verdict['is'], string> = {
  'later cases graded better': 'better',
  'later cases graded worse': 'worse',
  'no clear difference': 'unclear',
  'cannot be compared': 'none',
}

function pairInWords(span: Span, { earlier, later }: Verdict): string {
  const part = isWholeSample(later.result) ? '' : ` (${later.result.sample})`
  const names = span === 'next' ? '' : 'First and last. '
  return `${names}${visitName(earlier.visit)}, then ${startSmall(visitName(later.visit))}${part}:`
}

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

const startSmall = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
