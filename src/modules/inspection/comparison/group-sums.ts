import type { Graded } from '../grading/graded.ts'
import { isCountable } from '../grading/sample.ts'
import { scaleOf, type Scale, type Scales } from '../grading/scale.ts'
import type { ForceGroup } from './force-group.ts'

/** A sum that a source published over several forces together. It is never added to their own rows. */
export interface GroupSum extends Graded {
  group: ForceGroup
  scale: Scale
}

export const groupSums = (
  groups: readonly ForceGroup[],
  graded: readonly Graded[],
  scales: Scales,
): GroupSum[] =>
  groups.flatMap(group =>
    graded
      .filter(({ visit, result }) => visit.subject === group.slug && isCountable(result))
      .flatMap(({ visit, result }) => {
        const scale = scaleOf(result, scales)
        return scale === null ? [] : [{ group, visit, result, scale }]
      }),
  )
