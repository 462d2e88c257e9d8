import type { Placed, PublishedRecord, ScaleGrade } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { refusalOf } from './refusal.ts'
import type { Grade } from './visit.ts'

/** Rows of one scale must tell the same scale, and an area may only have a grade that its scale has. */
export function brokenScales(record: PublishedRecord): FileRefusal[] {
  const scales = Map.groupBy(record.scaleGrades, grade => grade.scale)
  return [
    ...record.scaleGrades.flatMap(grade => {
      const first = scales.get(grade.scale)?.[0] ?? grade
      return scaleTold(grade) === scaleTold(first)
        ? []
        : [refusalOf('scaleGrades', grade, 'scale', `Line ${first.position} tells it differently.`)]
    }),
    ...record.areaGrades.flatMap(area => {
      const grades = scales.get(area.scale) ?? []
      if (grades.some(each => each.graded === 'area' && each.grade === area.grade)) return []
      const reason = `No area can be graded ${area.grade} on the scale ${area.scale}.`
      return [refusalOf('areaGrades', area, 'grade', reason)]
    }),
  ]
}

const scaleTold = ({ title, graded, inUseFrom, sourceUrl }: Placed<ScaleGrade>): string =>
  JSON.stringify([title, graded, inUseFrom, sourceUrl])

/** A mapping puts every grade of its scale on one side, once, and no other grade on any. */
export const brokenMappings = (record: PublishedRecord): FileRefusal[] =>
  record.mappings.flatMap(mapping => {
    const grades = record.scaleGrades
      .filter(each => each.scale === mapping.scale)
      .map(each => each.grade)
    if (sorted([...mapping.counted, ...mapping.rest]) === sorted(grades)) return []
    const reason = `Each grade of ${mapping.scale} (${grades.join(', ')}) belongs on one side, once.`
    return [refusalOf('mappings', mapping, 'counted', reason)]
  })

const sorted = (grades: Grade[]): string => grades.toSorted().join()
