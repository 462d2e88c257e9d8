import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseForm } from '../../../platform/web/form.ts'
import type { Sent } from '../../../platform/web/form-body.ts'
import { isFromOurPage } from '../../../platform/web/forms/form-token.ts'
import { draftAt, dropDraft, keepDraft } from '../../../platform/web/forms/queries.ts'
import { placeOf, shownTo } from '../../../platform/web/forms/sent.ts'
import { logForm, type LogForm } from '../entries/form.ts'
import { entriesOf } from '../entries/queries.ts'
import { readAsked } from '../entries/read.ts'
import { verbWords } from '../entries/verbs.ts'
import type { OversightParts } from '../parts.ts'
import { csvOf } from './csv.ts'
import { exportPage, mostExported } from './page.tsx'
import { isFreshProof } from '../../../platform/sessions/queries.ts'

/**
 * Entries of the log as a file: a disclosure, so it asks for a second factor that was just shown. What
 * was asked is kept as a draft while somebody is away to show it.
 */
export function exportRoutes(app: FastifyInstance, { tables, asksProof }: OversightParts): void {
  const { wordsOf } = verbWords(tables())
  const isProven = async (request: FastifyRequest): Promise<boolean> =>
    !asksProof || request.reading(tx => isFreshProof(tx, request.person?.provenAt ?? null))

  app.get(at, { config: { action: 'log.read' } }, async (request, reply) => {
    const place = placeOf(request)
    const userId = request.person?.userId ?? ''
    const proven = await isProven(request)
    const fields = await request.acting(async tx => {
      if (!proven && !isEmpty(request.query))
        await keepDraft(tx, { userId, place, fields: wantedBy(request.query) })
      const kept = isEmpty(request.query) ? await draftAt(tx, userId, place) : null
      return kept === null ? wantedBy(request.query) : wantedBy(kept.fields)
    })
    if (!proven) return reply.redirect(`/account/proof?next=${place}`, 303)
    return reply.page(exportPage(fields, shownTo(request, { entered: {}, version: 0 })))
  })

  app.post<{ Body: Sent | undefined }>(
    at,
    { config: { action: 'log.export' } },
    async (request, reply) => {
      const asked = wantedBy(request.body)
      if (!isFromOurPage(request, request.body?.['_token']) || !(await isProven(request))) {
        await request.acting((_, note) => {
          note.as('log.read')
          return Promise.resolve(true)
        })
        return reply.redirect(`${at}?${new URLSearchParams(filled(asked)).toString()}`, 303)
      }
      const userId = request.person?.userId ?? ''
      const entries = await request.acting(async (tx, note) => {
        const found = await entriesOf(tx, await readAsked(tx, asked, note), mostExported)
        note.about({ recipient: userId, codes: [`rows-${String(found.length)}`] })
        await dropDraft(tx, userId, placeOf(request))
        return found
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="audit-log.csv"')
        .send(csvOf(entries, wordsOf))
    },
  )
}

const at = '/audit-log/export'

/** The filter alone, from its newest entry on; what cannot be read asks nothing. */
function wantedBy(sent: unknown): LogForm {
  const read = parseForm(logForm, sent)
  return { ...(read.is === 'read' ? read.value : logForm.parse({})), after: '' }
}

const filled = (asked: LogForm) => Object.entries(asked).filter(([, text]) => text !== '')

const isEmpty = (query: unknown): boolean => filled(wantedBy(query)).length === 0
