import type { FastifyInstance } from 'fastify'
import { parseForm } from '../../../platform/web/form.ts'
import type { OversightParts } from '../parts.ts'
import { logForm, type LogForm } from './form.ts'
import { listPage, pageLength } from './list-page.tsx'
import { entriesOf } from './queries.ts'
import { readAsked } from './read.ts'
import { verbWords } from './verbs.ts'

/** The audit log. Each look at it is an entry of it. */
export function logRoutes(app: FastifyInstance, { tables }: OversightParts): void {
  const { wordsOf, verbs } = verbWords(tables())
  app.get('/audit-log', { config: { action: 'log.read' } }, async (request, reply) => {
    const sent = parseForm(logForm, request.query)
    const asked = sent.is === 'read' ? sent.value : everything
    const errors = sent.is === 'wrong' ? sent.errors : []
    const entries = await request.acting(async (tx, note) => {
      const wanted = await readAsked(tx, asked, note)
      return errors.length > 0 ? [] : entriesOf(tx, wanted, pageLength + 1)
    })
    const entered = sent.is === 'wrong' ? { ...everything, ...sent.entered } : asked
    return reply
      .code(errors.length === 0 ? 200 : 400)
      .page(listPage({ asked: entered, errors, entries, wordsOf, verbs }))
  })
}

const everything: LogForm = logForm.parse({})
