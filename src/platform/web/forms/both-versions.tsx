import { Table } from '../components/table.tsx'
import { textOf, type Entered } from './shown.ts'

export interface BothVersionsProps {
  readonly entered: Entered
  readonly theirs: Entered
  readonly labels: Readonly<Record<string, string>>
}

/** What is on record now beside what was sent, field by field, where they differ. */
export const BothVersions = ({ entered, theirs, labels }: BothVersionsProps) => {
  const differing = Object.keys(labels).filter(
    field => textOf({ entered }, field) !== textOf({ entered: theirs }, field),
  )
  return (
    <div id="both-versions">
      <Table
        caption="What is on record now, and what you wrote"
        captionClasses="govuk-table__caption--m"
        head={[{ text: 'Field' }, { text: 'On record now' }, { text: 'What you wrote' }]}
        firstCellIsHeader
        rows={differing.map(field => [
          { text: labels[field] ?? field },
          { text: textOf({ entered: theirs }, field) || 'nothing' },
          { text: textOf({ entered }, field) || 'nothing' },
        ])}
      />
      <p class="govuk-body">
        The fields below hold what you wrote. Change them if you must; saving now replaces what is
        on record.
      </p>
    </div>
  )
}
