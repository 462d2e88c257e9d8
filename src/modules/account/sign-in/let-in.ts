import type { FastifyReply, FastifyRequest } from 'fastify'
import { tokenHash, type Token } from '../../../platform/access/token.ts'
import { append } from '../../../platform/audit/queries.ts'
import { openSession, type Program } from '../../../platform/sessions/begin.ts'
import { endSession } from '../../../platform/sessions/queries.ts'
import type { Means } from '../../../platform/sessions/session.ts'
import { Broken } from '../../../platform/log/broken.ts'

export interface Visit {
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Begins a session of somebody who was recognised, with its audit entry, gives the browser its token
 * and leads on. The token leaves only when the entry is committed. False, and nothing answered, when
 * the account was closed meanwhile. (Never a reply: one that is awaited is nothing, and that only when
 * it was sent.)
 */
export async function letIn(
  program: Program,
  { request, reply }: Visit,
  who: { userId: string; means: Means; next: string },
): Promise<boolean> {
  const token = await openSession(program, who)
  if (token === null) return false
  await program.door.writing({ is: 'person', token: digestOf(token) }, tx =>
    append(tx, { ...signInDone, request: request.id, codes: [who.means.replaceAll(' ', '-')] }),
  )
  const before = request.token
  // Whoever was signed in here before is so no longer, nor is a token that was planted.
  if (before !== null) await request.asNobody(tx => endSession(tx, before))
  reply.giveSession(token).redirect(who.next, 303)
  return true
}

/** Keeps that somebody was not recognised; the account, where there is one, is for the log alone. */
export const refused = ({ request }: Visit, userId: string | null): Promise<void> =>
  request.asNobody(tx =>
    append(tx, {
      class: 'consultation',
      verb: 'sign-in.refused',
      outcome: 'refused',
      request: request.id,
      ...(userId === null ? {} : { subjects: [userId] }),
    }),
  )

const signInDone = { class: 'consultation', verb: 'sign-in.done', outcome: 'done' } as const

function digestOf(token: Token) {
  const digest = tokenHash(token)
  if (digest === null) throw new Broken('UNEXPECTED')
  return digest
}
