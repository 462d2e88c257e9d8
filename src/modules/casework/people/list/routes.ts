import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseForm } from '../../../../platform/web/form.ts'
import { lastsOutsideOf } from '../../purpose/purpose.ts'
import { mustSayWhy } from '../../purpose/read.ts'
import { askWhy, searchAsked } from '../../purpose/routes.ts'
import type { Words } from '../../searching/read.ts'
import type { OnRecord } from '../adding/read.ts'
import { peopleForm } from './form.ts'
import { peoplePage } from './page.tsx'
import { factsOfAsked, mostListed, peopleAsked } from './read.ts'

/** Finding people by name and postcode. */
export function peopleRoutes(app: FastifyInstance, words: Words): void {
  app.get('/people', { config: { action: 'person.search' } }, async (request, reply) => {
    const sent = parseForm(peopleForm, request.query)
    const answer = await request.acting(async (tx, note) => {
      const found = sent.is === 'read' ? await peopleAsked(tx, sent.value) : null
      const people = found?.slice(0, mostListed) ?? null
      const facts =
        sent.is === 'read' ? await factsOfAsked(tx, request, { ...sent.value, words }) : {}
      note.about({ allowedBy: 'role', subjects: idsOf(people), ...facts })
      const minutes = lastsAmong(people, request)
      if (await mustSayWhy(tx, { about: { is: 'search' }, minutes, note })) return 'say why'
      return { people, more: idsOf(found).length > mostListed }
    })
    if (answer === 'say why') return askWhy(request, reply, searchAsked('/people', request))
    const errors = sent.is === 'wrong' ? sent.errors : []
    const entered = textsOf(request.query)
    const shown = { entered, errors, hidden: {}, draftOf: null, theirs: null }
    return reply
      .code(errors.length === 0 ? 200 : 400)
      .page(peoplePage({ ...answer, shown, today: request.today }))
  })
}

/** How many minutes an answer holds, where one of these people is outside the caseload; else 0. */
const lastsAmong = (people: readonly OnRecord[] | null, { person }: FastifyRequest): number =>
  lastsOutsideOf(
    (people ?? []).map(({ onCases }) => ({ roles: onCases })),
    person?.userId ?? '',
  )

const idsOf = (people: readonly { id: string }[] | null): string[] =>
  (people ?? []).map(({ id }) => id)

/** What was asked, as its fields show it again. */
const textsOf = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )
