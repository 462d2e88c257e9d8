import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import type { Case } from '../cases/case.ts'
import { caseOf } from '../cases/queries.ts'

/** The case of the address, to somebody who may change it; null for everybody else. */
export async function caseToChange(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<Case | null> {
  const found = await caseOf(tx, (request.params as { reference: string }).reference)
  if (found?.changeable !== true) return null
  note.about({ case: found.id, allowedBy: found.allowedBy })
  return found
}

/** Back on the page of a case, where it says who sees it. */
export const whoSees = (reference: string): string => `/cases/${reference}#who-sees`
