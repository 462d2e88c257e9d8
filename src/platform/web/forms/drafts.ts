import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { TokenHash } from '../../access/token.ts'
import type { Door } from '../../db/door.ts'
import type { Sent } from '../form-body.ts'
import { isFromOurPage } from './form-token.ts'
import { dropDraft, keepDraft, receiptOf } from './queries.ts'

/**
 * Keeps what somebody is typing, sent by the page's script; and lets them discard it. Only their own
 * words, which nobody else sees, so the audit log holds nothing of it; saving the form is in it.
 */
export function draftRoutes(app: FastifyInstance, door: Door): void {
  app.post('/drafts', { schema: { hide: true } }, async (request, reply) => {
    if (request.person === null) return endedAnswer(reply)
    const who = senderOf(request, request.headers['x-form-token'])
    if (who === null) return reply.code(403).send()
    const draft = draftJson.safeParse(request.body)
    if (!draft.success) return reply.code(400).send()
    const key = z.uuid().safeParse(request.headers['x-form-key'])
    await door.writing(who.actor, async tx => {
      // What was still on its way when the form was saved must not come back as a draft.
      const { userId } = who
      const isSaved = key.success && (await receiptOf(tx, { userId, key: key.data })) !== null
      if (!isSaved) await keepDraft(tx, { userId, ...draft.data })
    })
    return reply.code(204).send()
  })

  app.post<{ Body: Sent | undefined }>(
    '/drafts/discarded',
    { schema: { hide: true } },
    async (request, reply) => {
      const { _token: token, _place: place } = request.body ?? {}
      const who = senderOf(request, token)
      const read = placeText.safeParse(place)
      if (who === null || !read.success) return reply.refuse(404)
      await door.writing(who.actor, tx => dropDraft(tx, who.userId, read.data))
      return reply.redirect(read.data, 303)
    },
  )

  /** Says that somebody is still there: whatever is done in a session keeps it alive. */
  app.post('/account/alive', { schema: { hide: true } }, async (request, reply) => {
    const who = senderOf(request, request.headers['x-form-token'])
    if (who === null) return endedAnswer(reply)
    await door.writing(who.actor, () => Promise.resolve())
    return reply.code(204).send()
  })
}

const endedAnswer = (reply: FastifyReply): FastifyReply => reply.code(401).send()

interface Sender {
  userId: string
  actor: { is: 'person'; token: TokenHash }
}

/** Who sent this from a page of ours, in a live session; null for everybody else. */
function senderOf(request: FastifyRequest, formToken: unknown): Sender | null {
  const { person, token } = request
  if (person === null || token === null || !isFromOurPage(request, formToken)) return null
  return { userId: person.userId, actor: { is: 'person', token } }
}

/** A path of ours, without query. */
const placeText = z.string().regex(/^\/(?![/\\])[\w\-./~%]{0,199}$/)

const draftJson = z.strictObject({
  place: placeText,
  fields: z
    .record(
      z.string().regex(/^(?!_)[\w-]{1,60}$/),
      z.union([z.string().max(20_000), z.array(z.string().max(20_000)).max(50)]),
    )
    .refine(fields => Object.keys(fields).length <= 60),
})
