import { counted } from '../../../../platform/web/words/numbers.ts'
import { inOrder, spanOf, type Finding, type Look } from '../finding.ts'
import { denseStretches } from '../within.ts'

/** Somebody asked for something and was refused. */
export interface Refusal extends Look {
  /** What was asked for. */
  asked: string
}

/** A mistyped reference is asked for once or twice; four different ones in an hour look like trying. */
const leastRefusals = 4

/** Colleagues who were refused four or more different things within one hour. */
export const refusedInARow = (refusals: readonly Refusal[]): Finding[] =>
  [...Map.groupBy(refusals, ({ userId }) => userId)].flatMap(([about, theirs]) => {
    const within = { hours: 1, least: leastRefusals, by: ({ asked }: Refusal) => asked }
    const dense = denseStretches(theirs, within)
    const ordered = inOrder(dense.looks)
    if (ordered === null) return []
    const facts = [
      `${counted(dense.most, 'different thing')} asked for and refused within an hour, ${counted(ordered.length, 'refusal')} in all.`,
    ]
    return [{ rule: 'refused-in-a-row', about, ...spanOf(ordered), facts }]
  })
