import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EntryFacts } from '../../../platform/audit/entry.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { shownTo } from '../../../platform/web/forms/sent.ts'
import { caseOf } from '../cases/queries.ts'
import { seenPerson } from '../people/record/read.ts'
import type { Words } from '../searching/read.ts'
import { purposeForm } from './form.ts'
import {
  askedOfCase,
  askedOfPerson,
  askedOfSearch,
  purposePage,
  type PurposeAsked,
} from './page.tsx'
import type { PurposeAbout } from './purpose.ts'
import { givePurpose } from './queries.ts'

/** Saying what something outside the own caseload is needed for, before it is shown. */
export function purposeRoutes(app: FastifyInstance, words: Words): void {
  purposeOf(app, '/cases/:reference', words, ofCase)
  purposeOf(app, '/people/:id', words, ofPerson)
  purposeOf(app, '/cases', words, (_tx, request) => ofSearch('/cases', request))
  purposeOf(app, '/people', words, (_tx, request) => ofSearch('/people', request))
}

/** Shows the question in the place of what was asked for. */
export const askWhy = (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: PurposeAsked,
): FastifyReply => reply.page(purposePage(asked, shownTo(request, { entered: {}, version: 0 })))

/** The question before a search, which the answer leads back to. */
export const searchAsked = (list: '/cases' | '/people', request: FastifyRequest): PurposeAsked =>
  askedOfSearch(list, queryOf(request))

const queryOf = ({ url }: FastifyRequest): string => url.split('?').slice(1).join('?')

/** What is asked about, to somebody who may see it; null for everybody else. */
interface Found {
  about: PurposeAbout
  asked: PurposeAsked
  facts: EntryFacts
  /** Where the answer leads. */
  back: string
}

function purposeOf(
  app: FastifyInstance,
  at: string,
  words: Words,
  find: (tx: Reader, request: FastifyRequest) => Promise<Found | null>,
): void {
  formPage(app, {
    at: `${at}/purpose`,
    reads: 'purpose.ask',
    writes: 'purpose.give',
    form: purposeForm,
    open: async (tx, request, note) => {
      const found = await find(tx, request)
      if (found !== null) note.about(found.facts)
      return found
    },
    start: () => ({}),
    page: ({ asked }, shown) => purposePage(asked, shown),
    save: async (tx, { value, model, request, note }) => {
      await givePurpose(tx, model.about, value.purpose)
      const area = request.person?.areaId ?? ''
      const sought =
        value.words === '' ? undefined : words?.seal({ area, request: request.id }, value.words)
      note.about({ purpose: value.purpose, ...(sought === undefined ? {} : { sought }) })
      return { is: 'saved', location: model.back }
    },
  })
}

async function ofCase(tx: Reader, request: FastifyRequest): Promise<Found | null> {
  const found = await caseOf(tx, (request.params as { reference: string }).reference)
  if (found === null) return null
  return {
    about: { is: 'case', id: found.id },
    asked: askedOfCase(found.reference),
    facts: { case: found.id, allowedBy: found.allowedBy },
    back: `/cases/${found.reference}`,
  }
}

async function ofPerson(tx: Reader, request: FastifyRequest): Promise<Found | null> {
  const found = await seenPerson(tx, (request.params as { id: string }).id)
  if (found === null) return null
  const { id } = found.person
  return {
    about: { is: 'person', id },
    asked: askedOfPerson(id),
    facts: { person: id, allowedBy: found.allowedBy },
    back: `/people/${id}`,
  }
}

const ofSearch = (list: '/cases' | '/people', request: FastifyRequest): Promise<Found> =>
  Promise.resolve({
    about: { is: 'search' },
    asked: searchAsked(list, request),
    facts: { allowedBy: 'role' },
    back: `${list}?${queryOf(request)}`,
  })
