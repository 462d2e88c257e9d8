/** The foot of every page: where the figures come from, and the pages about the product itself. */
export const Footer = ({ isPublic }: { readonly isPublic: boolean }) => (
  <footer class="turnstone-footer">
    <div class="govuk-width-container">
      <h2 class="govuk-visually-hidden">About this site</h2>
      <ul class="turnstone-footer__links">
        {links.map(link => (
          <li key={link.href}>
            <a class="govuk-link turnstone-footer__link" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
      {isPublic && (
        <p class="turnstone-footer__sources">
          Figures from public sources. Each page names the source of what it shows.
        </p>
      )}
    </div>
  </footer>
)

const links = [
  { text: 'About and sources', href: '/about' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'API', href: '/api' },
]
