import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isAllowed } from '../../../platform/access/permissions.ts'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { parseForm, type Parsed } from '../../../platform/web/form.ts'
import { readReference } from '../../../methods/references/reference.ts'
import { may } from '../permissions.ts'
import { askedOfCase } from '../purpose/page.tsx'
import { lastsOutside } from '../purpose/queries.ts'
import { mustSayWhy } from '../purpose/read.ts'
import { askWhy, searchAsked } from '../purpose/routes.ts'
import { casePage } from './page.tsx'
import { casesForm, type CasesForm } from './form.ts'
import { listPage } from './list-page.tsx'
import { pageLength } from './listing/found-cases.tsx'
import { casesAsked } from './listing/asked.ts'
import { caseTeams, casesOf } from './listing/queries.ts'
import { factsOfSearch, type Words } from '../searching/read.ts'
import { readCaseAndReach } from './read.ts'

/** The list of cases, and the page of one. */
export function caseRoutes(app: FastifyInstance, words: Words): void {
  app.get('/cases', { config: { action: 'case.search' } }, async (request, reply) => {
    const sent = parseForm(casesForm, request.query)
    const reference = sent.is === 'read' ? readReference(sent.value.name) : null
    if (reference !== null) return reply.redirect(`/cases/${reference}`, 303)
    const listed = await request.acting(async (tx, note) => {
      const cases =
        sent.is === 'read' ? await found(tx, sent.value, { request, note, words }) : null
      return cases === 'say why' ? cases : { cases, teams: await caseTeams(tx) }
    })
    if (listed === 'say why') return askWhy(request, reply, searchAsked('/cases', request))
    const roles = request.person?.roles ?? []
    return reply.code(sent.is === 'read' ? 200 : 400).page(
      listPage({
        ...listed,
        ...(sent.is === 'read' ? { asked: sent.value, errors: [] } : wrongly(sent)),
        mayOpen: isAllowed(may['case.create'], roles),
        mayExport: isAllowed(may['export.begin'], roles),
        mayBreakGlass: isAllowed(may['glass.break'], roles),
      }),
    )
  })
  app.get<{ Params: { reference: string } }>(
    '/cases/:reference',
    { config: { action: 'case.read' } },
    async (request, reply) => {
      const { reference } = request.params
      const userId = request.person?.userId ?? ''
      const found = await request.acting((tx, note) =>
        readCaseAndReach(tx, { reference, today: request.today, note, userId }),
      )
      if (found === null || request.person === null) return reply.refuse(404)
      if (found === 'say why') return askWhy(request, reply, askedOfCase(reference))
      return reply.page(casePage(found, request.person))
    },
  )
}

interface Search {
  request: FastifyRequest
  note: Note
  words: Words
}

/**
 * The cases that were asked for, and one more where there are others. A search by name that leads outside
 * the caseload wants to know why first.
 */
async function found(tx: Reader, form: CasesForm, { request, note, words }: Search) {
  const userId = request.person?.userId ?? ''
  const asked = casesAsked(form, { userId, pageLength })
  const cases = await casesOf(tx, asked)
  const whole = asked.name?.whole ?? false
  const facts = await factsOfSearch(tx, request, { name: asked.name, whole, words })
  const ids = cases.map(({ id }) => id)
  note.about({ allowedBy: 'role', subjects: ids, ...facts })
  const isSearch = asked.name !== null && ids.length > 0
  const minutes = isSearch ? await lastsOutside(tx, ids, userId) : 0
  return (await mustSayWhy(tx, { about: { is: 'search' }, minutes, note })) ? 'say why' : cases
}

/** What was typed stays, whatever was wrong with it. */
const wrongly = ({ entered, errors }: Extract<Parsed<CasesForm>, { is: 'wrong' }>) => ({
  asked: { ...nothingAsked, ...entered },
  errors,
})

const nothingAsked: CasesForm = casesForm.parse({})
