import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import { whoCouldAgree } from '../proposals/queries.ts'
import { meIn } from '../proposals/read.ts'
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

/** Likewise, with the names of those who could agree to what is proposed for them. */
export async function userToGive(
  tx: Reader,
  request: FastifyRequest,
  note: Note,
): Promise<{ user: User; others: string[] } | null> {
  const user = await userAsked(tx, request, note)
  return user && { user, others: await whoCouldAgree(tx, meIn(request), user.id) }
}
