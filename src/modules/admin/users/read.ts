import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { userOf } from './queries.ts'
import type { User } from './user.ts'

/** The user whom an address names, told to the audit log; null where there is none in the own area. */
export async function userAsked(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<User | null> {
  const user = await userOf(tx, (request.params as { user: string }).user)
  if (user !== null) note.about({ allowedBy: 'role', subjects: [user.id] })
  return user
}
