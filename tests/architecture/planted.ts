import { againstTheMap } from './against-the-map.ts'
import { banned } from './banned.ts'
import { outOfShape } from './out-of-shape.ts'
import { unkept, unused } from './unkept.ts'
import type { Planted } from './violation.ts'

/** Every kind of violation that the checks are there for. */
export const planted: readonly Planted[] = [
  ...againstTheMap,
  ...banned,
  ...outOfShape,
  ...unused,
  ...unkept,
]
