import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { countInWords, withThousands } from '../../../platform/web/words/numbers.ts'
import { Downloads } from './downloads.tsx'
import { Filter, type Choices } from './filter.tsx'
import { ForcesTable } from './forces-table.tsx'
import type { ProgrammeForm } from './form.ts'
import type { NationalFigure } from './national.ts'
import { NationalFigures } from './national-figures.tsx'
import type { ForceRow } from './programme.ts'

export interface ProgrammeModel {
  asked: ProgrammeForm
  errors: readonly FieldError[]
  choices: Choices
  rows: readonly ForceRow[]
  /** Forces before the filter. */
  forces: number
  visits: number
  /** Visits reported for a declared group of forces. */
  joint: number
  national: readonly NationalFigure[]
}

/** The programme: which force was inspected when, what was found, and the national figures. */
export const programmePage = (model: ProgrammeModel): PageAnswer => ({
  title: 'Published child-protection inspections of police forces',
  caption: 'England and Wales, 2014 to 2025',
  error: summaryOf(model.errors),
  lead: 'When inspectors visited each force, and what they found in the case files that they read.',
  children: (
    <>
      <p class="govuk-body">
        {`The record holds ${withThousands(model.visits)} published visits to ${model.forces} forces${model.joint === 0 ? '' : `, ${countInWords(model.joint)} of them reported for several forces together`}; each has its source. Where no figures were found it says so: blank never means zero.`}
      </p>
      <nav class="turnstone-contents" aria-label="On this page">
        <ul class="govuk-list">
          {contents.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="forces">
        <h2 class="govuk-heading-m" id="forces">
          Forces
        </h2>
        <Filter asked={model.asked} errors={model.errors} choices={model.choices} />
        <ForcesTable rows={model.rows} of={model.forces} />
      </section>
      <NationalFigures figures={model.national} />
      <Downloads />
    </>
  ),
})

const contents = [
  { href: '#forces', text: 'Forces' },
  { href: '#national', text: 'National figures by year' },
  { href: '#downloads', text: 'Downloads' },
]
