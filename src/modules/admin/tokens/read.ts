import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import type { Program } from './program.ts'
import { programOf } from './queries.ts'

/** The program that an address names, told to the audit log; null where there is none in the own area. */
export async function programAsked(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<Program | null> {
  const program = await programOf(tx, (request.params as { program: string }).program)
  if (program !== null) note.about({ allowedBy: 'role', subjects: [program.id] })
  return program
}

/** The page of all programs, at this one. */
export const placeOfProgram = (id: string): string => `/admin/tokens#program-${id}`
