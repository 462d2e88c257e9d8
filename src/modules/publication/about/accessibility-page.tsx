import type { PageAnswer } from '../../../platform/web/answers.tsx'

/** What people can expect of these pages, whatever they use to read them. */
export const accessibilityPage = (): PageAnswer => ({
  title: 'Accessibility',
  lead: 'These pages should work for everyone, with whatever they use to read.',
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        {promises.map(promise => (
          <li>{promise}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">How it is checked</h2>
      <p class="govuk-body">
        Every page is opened in a browser by an automatic test, without JavaScript, at the width of
        a small phone and of a desk, and checked with axe against the Web Content Accessibility
        Guidelines 2.2, level AA. A page with a violation is not released. An automatic check finds
        only part of what can be wrong; people with disabilities have not tested these pages yet.
      </p>
      <h2 class="govuk-heading-m">What is hard</h2>
      <p class="govuk-body">
        Wide tables scroll sideways on a small screen, by touch or with the arrow keys. Each chart
        has a description, and its figures stand in a table on the same page.
      </p>
    </div>
  ),
})

const promises = [
  'use every page without JavaScript',
  'zoom to 400% without the page scrolling sideways',
  'reach everything with a keyboard and see where you are',
  'read charts without telling colours apart, or as a table',
  'print any page and have its links and sources on paper',
  'use your own colours and your high-contrast setting',
]
