/** A source, named by the site that it is on. */
export const SourceLink = ({ url, about }: { url: string; about?: string }) => (
  <a class="govuk-link" href={url}>
    {`Source: ${hostOf(url)}`}
    {about && <span class="govuk-visually-hidden">{` (${about})`}</span>}
  </a>
)

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')
