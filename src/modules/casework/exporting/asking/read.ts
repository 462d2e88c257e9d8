import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../../platform/db/door.ts'
import type { Note } from '../../../../platform/web/acting.ts'
import { parseForm } from '../../../../platform/web/form.ts'
import { draftAt } from '../../../../platform/web/forms/queries.ts'
import { placeOf } from '../../../../platform/web/forms/sent.ts'
import { caseTeams } from '../../cases/listing/queries.ts'
import { factsOfSearch, type Words } from '../../searching/read.ts'
import { askedOfList } from '../fitting/asked.ts'
import { casesToExport } from '../fitting/queries.ts'
import { exportRules } from '../queries.ts'
import { exportFilter } from './form.ts'
import type { AskModel } from './model.ts'
import { secondPeople } from './queries.ts'

/** What a file would hold: asked of the address, of the form, or of the words that were kept. */
export async function readAsked(
  tx: Reader,
  request: FastifyRequest,
  { words, note }: { words: Words; note: Note },
): Promise<AskModel> {
  const userId = request.person?.userId ?? ''
  const read = parseForm(exportFilter, await sentBy(tx, request, userId))
  const asked = read.is === 'read' ? read.value : nothingAsked
  const rules = await exportRules(tx)
  const wanted = askedOfList(asked, userId, rules.rows + 1)
  const whole = wanted.name?.whole ?? false
  const facts = await factsOfSearch(tx, request, { name: wanted.name, whole, words })
  note.about({ allowedBy: 'role', ...facts })
  return {
    asked,
    errors: read.is === 'wrong' ? read.errors : [],
    fits: read.is === 'wrong' ? 0 : (await casesToExport(tx, wanted)).length,
    teams: await caseTeams(tx),
    rules,
    others: await secondPeople(tx, userId),
    facts,
  }
}

async function sentBy(tx: Reader, request: FastifyRequest, userId: string): Promise<unknown> {
  if (request.method === 'POST') return request.body
  const query = request.query as Readonly<Record<string, unknown>>
  if (Object.keys(query).length > 0) return query
  return (await draftAt(tx, userId, placeOf(request)))?.fields ?? {}
}

const nothingAsked = exportFilter.parse({})
