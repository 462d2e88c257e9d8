/** The same figures as files: for a spreadsheet, and for a program. */
export const Downloads = () => (
  <section aria-labelledby="downloads">
    <h2 class="govuk-heading-m" id="downloads">
      Download the record
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {files.map(({ name, what }) => (
        <li>
          {`${what}: `}
          <a class="govuk-link" href={`/inspections/${name}.csv`}>
            {`${name}.csv`}
          </a>{' '}
          <a class="govuk-link" href={`/api/inspections/${name}`}>
            {`${name}.json`}
          </a>
        </li>
      ))}
    </ul>
    <p class="govuk-body">
      The record is our own: facts that were published, in our own words, with one source address a
      row. You may use it freely; say where it comes from.
    </p>
  </section>
)

const files = [
  { name: 'results', what: 'Visits and what was published of each' },
  { name: 'areas', what: 'Areas of work graded as a whole, from 2024' },
  { name: 'points', what: 'What inspectors asked or criticised' },
  { name: 'national', what: 'National figures by year' },
] as const
