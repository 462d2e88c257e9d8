import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ActionName } from '../../../platform/access/permissions.ts'
import type { Writer } from '../../../platform/db/door.ts'
import type { Note } from '../../../platform/web/acting.ts'
import type { FieldError } from '../../../platform/web/form.ts'
import { once, type Done } from '../../../platform/web/forms/once.ts'

/** What every route for programs that writes on a case says of itself. */
export const forPrograms = { tags: ['cases'], security: [{ token: [] }] }

interface Writing {
  tx: Writer
  request: FastifyRequest
  note: Note
  /** The action of having looked only, for the entry where nothing was written. */
  reads: ActionName
}

/** Why nothing was written, where a sentence is all that there is to say. */
export type NotWritten =
  | { is: 'used' }
  | { is: 'wrong'; errors: readonly FieldError[] }
  | { is: 'refused'; errors: readonly FieldError[] }

/**
 * `once`, with an entry like that of a form: one that had its effect before says so, and one that wrote
 * nothing tells of a look. Work that was refused has said so itself.
 */
export async function writtenOnce<Wrong extends { is: string }>(
  { tx, request, note, reads }: Writing,
  work: () => Promise<Done | Wrong>,
): Promise<Done | Wrong | { is: 'used' }> {
  const outcome = await once(tx, request, work)
  if ('location' in outcome) {
    if (outcome.isAgain === true) note.about({ codes: ['sent-again'] })
  } else if (outcome.is !== 'refused') note.as(reads)
  return outcome
}

/** Tells a program in a sentence why nothing was written. */
export const refuseWritten = (reply: FastifyReply, outcome: NotWritten): FastifyReply =>
  reply.refuse(400, {
    sentence: outcome.is === 'used' ? usedKey : sentencesOf(outcome.errors),
  })

const sentencesOf = (errors: readonly FieldError[]): string =>
  errors.map(({ field, sentence }) => `${field}: ${sentence}`).join('; ')

const usedKey = 'This Idempotency-Key came with another request before: send a new one'
