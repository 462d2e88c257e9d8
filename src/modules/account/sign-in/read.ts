import type { FastifyRequest } from 'fastify'
import type { AccountParts } from '../parts.ts'
import { askToUse } from '../passkeys/read.ts'
import type { Ways } from './other-ways.tsx'

/** What the sign-in page offers beside a password, for this visitor. */
export const waysFor = async (parts: AccountParts, request: FastifyRequest): Promise<Ways> => ({
  passkey: await askToUse(parts, request, null),
  provider: parts.origin === null ? null : (parts.provider?.name ?? null),
  personas: parts.personas ?? [],
})
