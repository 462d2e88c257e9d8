import type { FastifyRequest } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import { colleaguesLike, type Colleague } from './queries.ts'

/** What a finder was asked, and whom it found. */
export interface Found {
  find: string
  found: Colleague[]
}

/** Reads `?find=` of a page with a finder. */
export async function foundBy(tx: Reader, request: FastifyRequest): Promise<Found> {
  const { find } = request.query as { find?: unknown }
  const words = typeof find === 'string' ? find.slice(0, 100) : ''
  return { find: words, found: await colleaguesLike(tx, words) }
}
