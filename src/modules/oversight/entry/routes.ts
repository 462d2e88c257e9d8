import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Sent } from '../../../platform/web/form-body.ts'
import { isFromOurPage, tokenFor } from '../../../platform/web/forms/form-token.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import { verbWords } from '../entries/verbs.ts'
import type { OversightParts } from '../parts.ts'
import { entryPage } from './page.tsx'
import { entryOf, type WholeEntry } from './queries.ts'
import type { WordsShown } from './words/words.tsx'

type OfEntry = { Params: { id: string } }

/** One entry with all that it holds; and the words of a search, which are opened by a button of their own. */
export function entryRoutes(app: FastifyInstance, { tables, words }: OversightParts): void {
  const { wordsOf } = verbWords(tables())

  app.get<OfEntry>('/audit-log/:id', { config: { action: 'log.read' } }, async (request, reply) => {
    const entry = await found(request)
    if (entry === null) return reply.refuse(404)
    return reply.page(entryPage({ entry, wordsOf, words: closed(request) }))
  })

  app.post<OfEntry & { Body: Sent | undefined }>(
    '/audit-log/:id',
    { config: { action: 'log.words' } },
    async (request, reply) => {
      const isOurs = isFromOurPage(request, request.body?.['_token'])
      const entry = await found(request, isOurs)
      if (entry === null) return reply.refuse(404)
      const shown = isOurs ? opened(words, entry) : closed(request)
      return reply.page(entryPage({ entry, wordsOf, words: shown }))
    },
  )
}

/** Who sends the button from elsewhere has only read the entry. */
const found = (request: FastifyRequest<OfEntry>, opens = true): Promise<WholeEntry | null> =>
  request.acting(async (tx, note) => {
    const { id } = request.params
    const entry = isUuid(id) ? await entryOf(tx, id) : null
    if (!opens) note.as('log.read')
    note.about({ allowedBy: 'role', subjects: entry === null ? [] : [entry.id] })
    return entry
  })

const closed = (request: FastifyRequest): WordsShown => ({
  is: 'closed',
  token: tokenFor(request),
})

function opened(keys: OversightParts['words'], entry: WholeEntry): WordsShown {
  const { areaId: area, requestId: request, sought } = entry
  if (keys === null || request === null || sought === null) return { is: 'unreadable' }
  const words = keys.open({ area, request }, sought)
  return words === null ? { is: 'unreadable' } : { is: 'open', words }
}
