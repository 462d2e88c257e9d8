import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Writer } from '../../db/door.ts'
import { receiptOf, writeReceipt } from './queries.ts'

/** What a program sends with each request that writes: a key of its own making, the same when it sends again. */
export const onceHeaders = z.looseObject({
  'idempotency-key': z
    .uuid('send a UUID that is new for each thing that is written')
    .describe('a UUID; a request that is sent again with the same one has its effect once'),
})

/** What was written, and where it is. */
export interface Done {
  is: 'done'
  location: string
  /** It was done before, when the same was sent first. */
  isAgain?: true
}

/**
 * Does `work` once for each key of a person: its receipt is written in the same transaction. Whoever sends
 * the same again hears what the first was told; whoever sends something else with the key, `used`.
 */
export async function once<Wrong extends { is: string }>(
  tx: Writer,
  request: FastifyRequest,
  work: () => Promise<Done | Wrong>,
): Promise<Done | Wrong | { is: 'used' }> {
  const key = {
    userId: request.person?.userId ?? '',
    key: String(request.headers['idempotency-key']).toLowerCase(),
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body]))
    .digest()
  const before = await receiptOf(tx, key)
  if (before !== null)
    return before.digest.equals(digest)
      ? { is: 'done', location: before.location, isAgain: true }
      : { is: 'used' }
  const outcome = await work()
  if ('location' in outcome) await writeReceipt(tx, { ...key, digest, location: outcome.location })
  return outcome
}
