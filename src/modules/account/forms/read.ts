import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../platform/access/actor.ts'
import { Broken } from '../../../platform/log/broken.ts'
import { formToken, isFromOurPage } from '../../../platform/web/forms/form-token.ts'
import type { FieldError } from '../../../platform/web/form.ts'

/** The token that a form of this session carries. */
export const ownToken = ({ token }: FastifyRequest): string =>
  token === null ? '' : formToken(token)

/** What was sent, when it came from a page of this session; else the sentence that says so. */
export function ownFields(
  request: FastifyRequest,
): { is: 'ours'; fields: Record<string, unknown> } | { is: 'stale'; errors: FieldError[] } {
  const fields = (request.body ?? {}) as Record<string, unknown>
  return isFromOurPage(request, fields['_token'])
    ? { is: 'ours', fields }
    : { is: 'stale', errors: [stale] }
}

const stale: FieldError = {
  field: '',
  sentence:
    'This page was open for a long time, so nothing was changed. Fill it in and send it again.',
}

/** Whoever sent this, for the door; the route's action has made sure that there is somebody. */
export function actorOf({ token }: FastifyRequest): Actor {
  if (token === null) throw new Broken('SESSION_ENDED')
  return { is: 'person', token }
}

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The entry of a form that was only shown, or shown again: nothing was changed. */
export const noteShown = (request: FastifyRequest): Promise<boolean> =>
  request.acting(async (_tx, note) => {
    note.as('account.read')
    return Promise.resolve(true)
  })

/** The account of whoever sent this. */
export const userOf = ({ person }: FastifyRequest): string => person?.userId ?? ''
