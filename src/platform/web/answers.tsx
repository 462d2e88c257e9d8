import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from './assets/manifest.ts'
import { ErrorPage, errorWords, type ErrorStatus } from './layout/error-page.tsx'
import type { NavigationItem } from './layout/header.tsx'
import { document, Page, type PageProps } from './layout/page.tsx'

/** What a route says about its page; the frame adds the rest. */
export type PageAnswer = Omit<PageProps, 'navigation' | 'current' | 'assets'>

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a page in the common frame. */
    page: (answer: PageAnswer) => FastifyReply
    /** Answers that this cannot be done, as a page, or as JSON under `/api`. */
    refuse: (status: ErrorStatus, refusal?: Refusal) => FastifyReply
  }
}

export interface Refusal {
  /** A sentence for this very case, instead of the general ones. */
  sentence?: string
  /** Seconds until another try is worth while. */
  retryAfter?: number
}

/** The two ways in which a route answers: a page, or a refusal that looks the same everywhere. */
export function answersLookAlike(
  app: FastifyInstance,
  frame: { navigation: readonly NavigationItem[]; assets: Assets },
): void {
  app.decorateReply('page', function (this: FastifyReply, answer: PageAnswer) {
    const current = this.request.url.split('?', 1)[0] ?? '/'
    return this.type('text/html; charset=utf-8').send(
      document(<Page {...frame} {...answer} current={current} />),
    )
  })
  app.decorateReply('refuse', function (this: FastifyReply, status, refusal = {}) {
    const { retryAfter, sentence } = refusal
    if (retryAfter !== undefined) this.header('retry-after', retryAfter)
    this.code(status).header('cache-control', 'no-store')
    if (wantsJson(this.request))
      return this.type('application/json').send(jsonRefusal(status, refusal))
    return this.type('text/html; charset=utf-8').send(
      document(
        <ErrorPage
          {...frame}
          status={status}
          {...(retryAfter === undefined ? {} : { retryAfter })}
          {...(sentence === undefined ? {} : { sentence })}
        />,
      ),
    )
  })
}

const wantsJson = (request: FastifyRequest): boolean => request.url.startsWith('/api/')

function jsonRefusal(status: ErrorStatus, { sentence, retryAfter }: Refusal): string {
  const words = errorWords(status, retryAfter)
  return JSON.stringify({
    error: { status, title: words.title, sentence: sentence ?? words.sentences[0] },
  })
}
