import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Sent } from '../../../../platform/web/form-body.ts'
import { isFromOurPage } from '../../../../platform/web/forms/form-token.ts'
import { isFreshProof } from '../../../../platform/sessions/queries.ts'
import { requestPage } from '../request/page.tsx'
import { exportOf, modelOf } from '../request/read.ts'
import { takeFile } from './read.ts'

/** Taking a file that somebody agreed to, with a second factor that was just shown. */
export function takingRoutes(app: FastifyInstance, { asksProof }: { asksProof: boolean }): void {
  const isProven = async (request: FastifyRequest): Promise<boolean> =>
    !asksProof || request.reading(tx => isFreshProof(tx, request.person?.provenAt ?? null))

  app.post<{ Params: { request: string }; Body: Sent | undefined }>(
    '/exports/:request/file',
    { config: { action: 'export.download' } },
    async (request, reply) => {
      const back = `/exports/${encodeURIComponent(request.params.request)}`
      if (!(await isProven(request))) {
        await request.acting((_, note) => {
          note.as('export.read')
          return Promise.resolve(true)
        })
        return reply.redirect(`/account/proof?next=${encodeURIComponent(back)}`, 303)
      }
      const userId = request.person?.userId ?? ''
      const outcome = await request.acting(async (tx, note) => {
        const found = await exportOf(tx, request)
        if (found?.askedBy !== userId) return null
        const again = async (sentence: string) => {
          const errors = [{ field: '', sentence }]
          return { is: 'page' as const, model: { ...(await modelOf(tx, request, found)), errors } }
        }
        if (!isFromOurPage(request, request.body?.['_token'])) {
          note.as('export.read')
          return again('This page was open for a long time. Take the file again')
        }
        const taken = await takeFile(tx, request, found)
        if (taken?.is === 'refused') {
          note.refused(found.id)
          return again(taken.sentence)
        }
        if (taken === null) return null
        const { cases, digest } = taken
        const codes = [`export-${found.id}`, `rows-${cases.length}`, `sha256-${digest}`]
        const { purpose } = found
        note.about({ subjects: cases, allowedBy: 'role', recipient: userId, purpose, codes })
        return taken
      })
      if (outcome === null) return reply.refuse(404)
      if (outcome.is === 'page') return reply.code(400).page(requestPage(outcome.model))
      return reply
        .type('text/csv; charset=utf-8')
        .headers({
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename="cases-${request.today.toString()}.csv"`,
        })
        .send(outcome.text)
    },
  )
}
