import type { FastifyRequest } from 'fastify'
import { isFromOurPage } from '../../../platform/web/forms/form-token.ts'
import type { FieldError } from '../../../platform/web/form.ts'

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

/** The entry of a form that was only shown, or shown again: nothing was changed. */
export const noteShown = (request: FastifyRequest): Promise<boolean> =>
  request.acting(async (_tx, note) => {
    note.as('account.read')
    return Promise.resolve(true)
  })

/** The account of whoever sent this. */
export const userOf = ({ person }: FastifyRequest): string => person?.userId ?? ''
