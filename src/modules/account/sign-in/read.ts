import type { FastifyRequest } from 'fastify'
import type { AccountParts } from '../parts.ts'
import type { Ways } from './other-ways.tsx'

/** What the sign-in page offers beside a password, for this visitor. */
export const waysFor = async (
  { more }: AccountParts,
  _request: FastifyRequest,
  next: string,
): Promise<Ways> => ({ passkey: null, provider: null, more: more?.(next) })
