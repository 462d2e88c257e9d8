import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import { parseForm } from '../../../platform/web/form.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import type { Saved } from '../../../platform/web/forms/saved.ts'
import { entriesWith } from '../entries/queries.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import { verbWords } from '../entries/verbs.ts'
import type { OversightParts } from '../parts.ts'
import { answerFinding, answers, type Answered } from './answering/queries.ts'
import { nanoseconds, rules } from './finding.ts'
import { answerForm, spanForm } from './form.ts'
import { lookUpsPage } from './list-page.tsx'
import { findingPage, type FindingModel } from './page.tsx'
import { spanOfDays } from './queries.ts'
import { findings } from './read.ts'

/** Look-ups that rules found: the list, and each finding with its answer. */
export function lookUpRoutes(app: FastifyInstance, { tables }: OversightParts): void {
  const { wordsOf } = verbWords(tables())

  app.get('/oversight/look-ups', { config: { action: 'look-up.list' } }, async (request, reply) => {
    const days = daysAsked(request)
    const model = await request.acting(async (tx, note) => {
      const found = await findings(tx, { rules, days: Number(days) })
      note.about({ allowedBy: 'role', subjects: found.map(({ about }) => about) })
      const span = await spanOfDays(tx, Number(days))
      return { findings: found, answers: await answers(tx, 20), span }
    })
    return reply.page(lookUpsPage({ days, ...model }))
  })

  formPage(app, {
    at: '/oversight/look-ups/:rule/:about',
    reads: 'look-up.list',
    writes: 'look-up.answer',
    form: answerForm,
    open: async (tx, request, note): Promise<FindingModel | null> => {
      const finding = await findingAsked(tx, request)
      if (finding === null) return null
      note.about({ allowedBy: 'role', subjects: [finding.about, ...finding.entries] })
      return {
        finding,
        days: daysAsked(request),
        entries: await entriesWith(tx, finding.entries),
        wordsOf,
      }
    },
    start: ({ finding }) => ({ seen: finding.last }),
    page: findingPage,
    save: async (tx, { value, model: { finding, entries } }) => {
      const { rule, about } = finding
      const seen = entries.filter(({ at }) => nanoseconds(at) <= nanoseconds(value.seen))
      const { verdict, reason } = value
      const answer = { rule, about, verdict, reason, entries: seen.map(({ id }) => id) }
      return savedAs(await answerFinding(tx, answer))
    },
  })
}

const daysAsked = ({ query }: FastifyRequest) => {
  const sent = parseForm(spanForm, query)
  return sent.is === 'read' ? sent.value.days : '28'
}

/** The finding of an address; null when there is none, as when it was answered meanwhile. */
async function findingAsked(tx: Reader, request: FastifyRequest) {
  const { rule, about } = request.params as { rule: string; about: string }
  const known = rules.filter(one => one === rule)
  if (known.length === 0 || !isUuid(about)) return null
  const found = await findings(tx, { rules: known, days: Number(daysAsked(request)) })
  return found.find(one => one.about === about) ?? null
}

function savedAs(outcome: Answered): Saved {
  if (outcome === 'done') return { is: 'saved', location: '/oversight/look-ups' }
  if (outcome === 'absent') return { is: 'absent' }
  return { is: 'wrong', errors: [{ field: '', sentence: sentences[outcome] }] }
}

const sentences = {
  'own line':
    'These look-ups are yours, or of somebody in your line. Another auditor answers for them.',
  'answered already': 'Somebody else has answered for these meanwhile. Go back to the list.',
}
