/** The name of a force, leading to its page. */
export const ForceLink = ({ force }: { force: { slug: string; name: string } }) => (
  <a class="govuk-link" href={`/inspections/forces/${force.slug}`}>
    {force.name}
  </a>
)
