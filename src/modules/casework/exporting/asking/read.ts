import type { FastifyRequest } from 'fastify'
import type { EntryFacts } from '../../../../platform/audit/entry.ts'
import type { Reader } from '../../../../platform/db/door.ts'
import type { Note } from '../../../../platform/web/acting.ts'
import { parseForm, type FieldError } from '../../../../platform/web/form.ts'
import { draftAt } from '../../../../platform/web/forms/queries.ts'
import { placeOf } from '../../../../platform/web/forms/sent.ts'
import { caseTeams } from '../../cases/listing/queries.ts'
import { factsOfSearch, type Words } from '../../searching/read.ts'
import type { Team } from '../../team/queries.ts'
import type { ExportAsked, ExportRules } from '../export.ts'
import { askedOfList } from '../fitting/asked.ts'
import { casesToExport } from '../fitting/queries.ts'
import { exportRules } from '../queries.ts'
import { exportFilter } from './form.ts'
import { secondPeople } from './queries.ts'

/** What somebody is shown before they ask for a file. */
export interface AskModel {
  asked: ExportAsked
  /** What is wrong with the filter. */
  errors: readonly FieldError[]
  /** How many cases fit now; one more than a file holds where there are more. */
  fits: number
  teams: readonly Team[]
  rules: ExportRules
  /** Who could agree. */
  others: readonly string[]
  /** What the audit entry says of the search. */
  facts: Pick<EntryFacts, 'codes' | 'sought'>
}

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
