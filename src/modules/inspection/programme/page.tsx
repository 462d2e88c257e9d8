import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { ErrorSummary } from '../../../platform/web/components/error-summary.tsx'
import type { TableRow } from '../../../platform/web/components/table.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import { countInWords, withThousands } from '../../../platform/web/words/numbers.ts'
import { periodWords } from '../history/when.ts'
import { whenOf } from '../history/order.ts'
import { Downloads } from './downloads.tsx'
import { Filter, type Choices } from './filter.tsx'
import { foundInWords } from './finding-words.ts'
import type { ProgrammeForm } from './form.ts'
import type { NationalFigure } from './national.ts'
import { NationalFigures } from './national-figures.tsx'
import type { ForceRow } from './programme.ts'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'

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
  error: model.errors.length > 0 && (
    <ErrorSummary
      title="There is a problem"
      errors={model.errors.map(({ field, sentence }) => ({ text: sentence, href: `#${field}` }))}
    />
  ),
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
        <Forces rows={model.rows} of={model.forces} />
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

const Forces = ({ rows, of }: { rows: readonly ForceRow[]; of: number }) =>
  rows.length === 0 ? (
    <p class="govuk-body" id="no-forces">
      No force matches what you chose. Choose less, or{' '}
      <a class="govuk-link" href="/inspections#forces">
        show all forces
      </a>
      .
    </p>
  ) : (
    <StackedTable
      caption={rows.length === of ? `All ${of} forces` : `${rows.length} of ${of} forces`}
      captionClasses="govuk-table__caption--s"
      head={[
        'Force',
        'Region',
        'First inspected',
        'Latest visit',
        visitsHead,
        'What was found last',
      ]}
      rows={rows.map(rowOf)}
    />
  )

const visitsHead = { text: 'Visits', format: 'numeric' } as const

function rowOf({ force, firstInspected, latest, visits, found }: ForceRow): TableRow {
  return [
    {
      text: (
        <a class="govuk-link" href={`/inspections/forces/${force.slug}`}>
          {force.name}
        </a>
      ),
    },
    force.region,
    periodWords(firstInspected),
    latest === null ? 'date not found' : `${periodWords(whenOf(latest))} (${latest.kind})`,
    { text: String(visits.length), format: 'numeric' },
    foundInWords(found),
  ]
}
