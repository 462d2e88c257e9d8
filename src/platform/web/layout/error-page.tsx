/**
 * What a person reads when a request cannot be answered: what happened in plain words, and what to do
 * next. The same page for a thing that is not there and for one that this person may not see.
 */
import { counted } from '../words/numbers.ts'
import type { NavigationItem } from './header.tsx'
import { Page, type PageProps } from './page.tsx'

export type ErrorStatus = 400 | 401 | 404 | 405 | 413 | 414 | 415 | 429 | 500 | 503

export interface ErrorPageProps extends Pick<
  PageProps,
  'navigation' | 'assets' | 'person' | 'banners'
> {
  readonly status: ErrorStatus
  /** Seconds until another try is worth while (429 and 503), as in Retry-After. */
  readonly retryAfter?: number
  /** What is wrong with this very request, instead of the general sentences. */
  readonly sentence?: string
  /** What is offered where nothing was found. */
  readonly ifNotFound?: readonly NavigationItem[]
}

/** What the page of an error says; the JSON answer uses the same title and first sentence. */
export interface ErrorWords {
  readonly title: string
  readonly sentences: readonly string[]
}

/** The words for a status, without a page around them. */
export const errorWords = (status: ErrorStatus, retryAfter = 5): ErrorWords =>
  status === 429 || status === 503
    ? laterWords(status, Math.max(1, Math.ceil(retryAfter)))
    : wordsByStatus[status]

export const ErrorPage = (props: ErrorPageProps) => {
  const { status, retryAfter, sentence, ifNotFound = [], ...frame } = props
  const words = errorWords(status, retryAfter)
  const sentences = sentence === undefined ? words.sentences : [sentence]
  return (
    <Page {...frame} title={words.title} current="">
      <div class="turnstone-prose">
        {sentences.map(said => (
          <p key={said} class="govuk-body">
            {said}
          </p>
        ))}
        {(status === 404 ? [...ifNotFound, firstPage] : [firstPage]).map(({ text, href }) => (
          <p key={href} class="govuk-body">
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </p>
        ))}
      </div>
    </Page>
  )
}

const firstPage = { text: 'Go to the first page', href: '/' }

const nothingLost = 'Nothing that was saved before is lost.'

const wordsByStatus: Readonly<Record<Exclude<ErrorStatus, 429 | 503>, ErrorWords>> = {
  400: {
    title: 'This address or form could not be read',
    sentences: [
      'Something in what was sent is not in a form that Turnstone understands.',
      'Go back, check what you entered, and send it again. If you followed a link, start from the first page.',
    ],
  },
  401: {
    title: 'Sign in to see this',
    sentences: ['Send a token that is still valid, or sign in.'],
  },
  404: {
    title: 'Page not found',
    sentences: [
      'If you typed the web address, check it is correct.',
      'If you pasted the web address, check you copied the entire address.',
    ],
  },
  405: {
    title: 'This page cannot be used in that way',
    sentences: ['Open the page again from a link and use the form or the buttons on it.'],
  },
  413: {
    title: 'What you sent is too large',
    sentences: ['Send less at a time: a shorter text, or a smaller file.'],
  },
  414: {
    title: 'This web address is too long',
    sentences: ['Start from the first page and choose fewer options at a time.'],
  },
  415: {
    title: 'This kind of file or form cannot be read',
    sentences: ['Send the form from its own page, or a file of a kind that the page names.'],
  },
  500: {
    title: 'Sorry, there is a problem',
    sentences: ['The page could not be made. Try again later.', nothingLost],
  },
}

const laterWords = (status: 429 | 503, seconds: number): ErrorWords => {
  const when = counted(seconds, 'second')
  return status === 429
    ? {
        title: `Too many requests: try again in ${when}`,
        sentences: [
          'Many requests came from your address in a short time.',
          `Wait ${when}, then open the page again.`,
        ],
      }
    : {
        title: `Turnstone is busy: try again in ${when}`,
        sentences: [
          'More people are using it just now than it can answer quickly.',
          `Wait ${when}, then open the page again. ${nothingLost}`,
        ],
      }
}
