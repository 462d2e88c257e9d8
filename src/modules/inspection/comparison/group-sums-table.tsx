import { listInWords } from '../../../platform/web/words/numbers.ts'
import { periodWords } from '../history/when.ts'
import { SampleFigures } from '../forces/sample-figures.tsx'
import type { GroupSum } from './group-sums.ts'

/** Sums over several forces, as published, on the scale of their time. */
export const GroupSums = ({ sums }: { sums: readonly GroupSum[] }) => (
  <section aria-labelledby="sums">
    <h2 class="govuk-heading-m" id="sums">
      Sums published for several forces together
    </h2>
    {sums.map(({ group, visit, result, scale }) => (
      <>
        <p class="govuk-body">
          {`${group.name}, published ${periodWords(visit.published)}: ${listInWords(group.members)}. This sum is on the scale of its time and is not added to any force or national figure.`}
        </p>
        <SampleFigures result={result} scale={scale} areasGraded={false} />
      </>
    ))}
  </section>
)
