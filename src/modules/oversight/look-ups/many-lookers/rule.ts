import { counted } from '../../../../platform/web/words/numbers.ts'
import { inOrder, spanOf, type Finding, type Look } from '../finding.ts'
import { denseStretches } from '../within.ts'

/** Somebody opened the record of a person. */
export interface PersonLook extends Look {
  personId: string
}

/**
 * Records that at least so many people opened within 24 hours. Each of them may have had cause; that it
 * were so many is what is asked about. A finding for each record.
 */
export const manyLookers = (looks: readonly PersonLook[], least: number): Finding[] =>
  [...Map.groupBy(looks, ({ personId }) => personId)].flatMap(([about, theirs]) => {
    const dense = denseStretches(theirs, { hours: 24, least, by: ({ userId }) => userId })
    const ordered = inOrder(dense.looks)
    if (ordered === null) return []
    const facts = [
      `${counted(dense.most, 'person', 'people')} opened the record within 24 hours, ${counted(ordered.length, 'time')} in all. Told from ${least} on.`,
    ]
    return [{ rule: 'many-lookers', about, ...spanOf(ordered), facts }]
  })
