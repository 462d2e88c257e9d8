import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFreshProof } from '../../../platform/sessions/queries.ts'

/** Whether whoever sent this has shown a second factor in the last few minutes. */
export const isProven = (request: FastifyRequest): Promise<boolean> =>
  request.reading(tx => isFreshProof(tx, request.person?.provenAt ?? null))

/** Leads to the page that asks for a second factor, and from there back to `next`. */
export const askForProof = (reply: FastifyReply, next: string): FastifyReply =>
  reply.redirect(`/account/proof?${new URLSearchParams({ next }).toString()}`, 303)
