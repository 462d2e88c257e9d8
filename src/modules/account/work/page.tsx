import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import type { Posting } from './queries.ts'

/** Something that a role lets somebody do. */
export interface Doing {
  /** "Open a case". */
  what: string
  /** Which records, in words. */
  which: string
  /** Where it begins; null where it begins on another page. */
  href: string | null
}

export interface WorkModel {
  name: string
  postings: readonly Posting[]
  mayDo: readonly Doing[]
}

export const workPage = ({ name, postings, mayDo }: WorkModel): PageAnswer => ({
  title: 'My work',
  caption: name,
  children: (
    <>
      <section aria-labelledby="postings">
        <h2 class="govuk-heading-m" id="postings">
          Where you work
        </h2>
        {postings.length === 0 ? (
          <p class="govuk-body">
            You have no posting now. An administrator gives postings; until then you see nothing.
          </p>
        ) : (
          <SummaryList
            rows={postings.map(({ role, team, agency, forceWide }) => ({
              key: { text: role },
              value: { text: `${team}, ${agency}${forceWide ? ', for the whole force area' : ''}` },
            }))}
          />
        )}
      </section>
      {mayDo.length > 0 && (
        <section aria-labelledby="may-do">
          <h2 class="govuk-heading-m" id="may-do">
            What you may do
          </h2>
          <SummaryList
            rows={mayDo.map(({ what, which, href }) => ({
              key: {
                text:
                  href === null ? (
                    what
                  ) : (
                    <a class="govuk-link" href={href}>
                      {what}
                    </a>
                  ),
              },
              value: { text: which },
            }))}
          />
        </section>
      )}
    </>
  ),
})
