import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Writer } from '../../../../platform/db/door.ts'
import { apartOnCase } from '../../people/apart.ts'
import type { ExportedCase } from '../columns.ts'
import type { ExportRequest } from '../export.ts'
import { askedOfList } from '../fitting/asked.ts'
import { casesToExport } from '../fitting/queries.ts'
import { exportRules } from '../queries.ts'
import { textOfFile } from './file.ts'
import { mayTake, peopleOnAll, takeExport } from './queries.ts'
import { refusalOf } from './refusals.ts'

/** A file to be sent, or why there is none; null where there is nothing for whoever asks. */
export type Taken =
  | { is: 'file'; text: string; cases: readonly string[]; digest: string }
  | { is: 'refused'; sentence: string }
  | null

/**
 * Makes the file of a request and keeps that it was taken. First it waits for other files of the same
 * person, so that what is read is of the moment when it leaves.
 */
export async function takeFile(
  tx: Writer,
  http: FastifyRequest,
  request: ExportRequest,
): Promise<Taken> {
  const rules = await exportRules(tx)
  const { outcome, left, now } = await mayTake(tx, request.id)
  const refused = (why: Parameters<typeof refusalOf>[0], wanted = 0): Taken => ({
    is: 'refused',
    sentence: refusalOf(why, { rules, left, wanted }),
  })
  if (outcome === 'absent') return null
  if (outcome !== 'open') return refused(outcome)
  const wanted = askedOfList(request.asked, request.askedBy, rules.rows + 1)
  const found = await casesToExport(tx, wanted)
  const listed = found.slice(0, rules.rows)
  if (listed.length > left) return refused('budget', listed.length)
  const ids = listed.map(({ id }) => id)
  const people = Map.groupBy(await peopleOnAll(tx, ids), ({ caseId }) => caseId)
  const cases = listed.map((one): ExportedCase => ({
    case: one,
    people: apartOnCase(people.get(one.id) ?? [], http.today),
  }))
  const more = found.length > listed.length
  const text = textOfFile({ request, cases, more, takenAt: now })
  const digest = createHash('sha256').update(text).digest()
  const taken = await takeExport(tx, request.id, { cases: ids, digest })
  if (taken === 'absent' || taken === 'open') return null
  if (taken !== 'done') return refused(taken, ids.length)
  return { is: 'file', text, cases: ids, digest: digest.toString('hex') }
}
