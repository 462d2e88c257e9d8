import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from './assets/manifest.ts'
import { ErrorPage, errorWords, type ErrorStatus } from './layout/error-page.tsx'
import type { Banner } from './layout/banners.tsx'
import type { NavigationItem } from './layout/header.tsx'
import { document, Page, type PageProps } from './layout/page.tsx'
import type { SignedIn } from './layout/signed-in.ts'

/** What a route says about its page; the frame adds the rest. */
export type PageAnswer = Omit<PageProps, 'navigation' | 'current' | 'assets' | 'person'>

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a page in the common frame. */
    page: (answer: PageAnswer) => FastifyReply
    /** Answers that this cannot be done, as a page, or as JSON under `/api/`. */
    refuse: (status: ErrorStatus, refusal?: Refusal) => FastifyReply
  }
}

export interface Refusal {
  /** A sentence for this very case, instead of the general ones. */
  sentence?: string
  /** Seconds until another try is worth while. */
  retryAfter?: number
}

/** What stands around every page. */
export interface Frame {
  navigation: readonly NavigationItem[]
  /** What a page that was not found offers. */
  ifNotFound?: readonly NavigationItem[]
  assets: Assets
  person?: SignedIn
  banners?: readonly Banner[]
}

/** The two ways in which a route answers: a page, or a refusal that looks the same everywhere. */
export function answersLookAlike(
  app: FastifyInstance,
  frameFor: (request: FastifyRequest) => Frame,
): void {
  app.decorateReply('page', function (this: FastifyReply, { banners = [], ...answer }: PageAnswer) {
    const current = this.request.url.split('?', 1)[0] ?? '/'
    const frame = frameFor(this.request)
    const all = [...(frame.banners ?? []), ...banners]
    return this.type('text/html; charset=utf-8').send(
      document(<Page {...frame} {...answer} banners={all} current={current} />),
    )
  })
  app.decorateReply('refuse', function (this: FastifyReply, status, refusal = {}) {
    if (refusal.retryAfter !== undefined) this.header('retry-after', refusal.retryAfter)
    this.code(status).header('cache-control', 'no-store')
    return isForPrograms(this.request.url)
      ? this.type('application/json; charset=utf-8').send(refusalAsJson(status, refusal))
      : this.type('text/html; charset=utf-8').send(
          refusalAsPage(withoutCount(frameFor(this.request)), status, refusal),
        )
  })
}

/**
 * Some refusals come before anything of a person's is read, others after. That no notice is counted on
 * any makes what is refused for want of a role the same as what never was.
 */
const withoutCount = ({ person, ...frame }: Frame): Frame =>
  person === undefined
    ? frame
    : { ...frame, person: { ...person, notices: person.notices === null ? null : 0 } }

/** Programs read below `/api/`; the page about the API itself is for people. */
export const isForPrograms = (url: string): boolean => url.startsWith('/api/')

export const refusalAsPage = (frame: Frame, status: ErrorStatus, refusal: Refusal): string =>
  document(<ErrorPage {...frame} status={status} {...refusal} />)

/** The body that `refusalJson` in api.ts describes. */
export function refusalAsJson(status: ErrorStatus, { sentence, retryAfter }: Refusal): string {
  const { title, sentences } = errorWords(status, retryAfter)
  const usual = status === 404 ? nothingThere : sentences[0]
  return JSON.stringify({ error: { status, title, sentence: sentence ?? usual } })
}

const nothingThere = 'Nothing is at this address. /api/openapi.json lists the addresses.'
