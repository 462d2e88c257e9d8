import type { FastifyRequest } from 'fastify'
import type { AccountParts } from '../parts.ts'
import type { Ways } from './other-ways.tsx'

/** What the sign-in page offers beside a password, for this visitor. */
export const waysFor = ({ personas = [] }: AccountParts, _request: FastifyRequest): Promise<Ways> =>
  Promise.resolve({ passkey: null, provider: null, personas })
