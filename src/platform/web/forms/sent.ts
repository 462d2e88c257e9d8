import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Sent } from '../form-body.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import { tokenFor } from './form-token.ts'
import type { Entered, Shown } from './shown.ts'

/** The form's own fields, which nobody typed. */
export interface OwnFields {
  token: unknown
  /** Made with the page; the same when the form is sent again. */
  key: string
  /** The version of the record that the sender saw; 0 where there is none. */
  version: number
}

export const ownFieldsOf = ({ _token: token, _key: key, _version: version }: Sent): OwnFields => ({
  token,
  key: isUuid(key) ? key : randomUUID(),
  version: typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : 0,
})

/** What somebody typed or chose: every field but the form's own. */
export const typedIn = (sent: Sent): Entered =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith('_')))

/** Where the form is, without query: its draft is kept under this. */
export const placeOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? '/'

/** What a page shows of a form, with the fields that it carries unseen. */
export function shownTo(
  request: FastifyRequest,
  { version, ...shown }: Partial<Shown> & { entered: Entered; version: number },
): Shown {
  const token = tokenFor(request)
  const hidden = {
    _token: token,
    _key: randomUUID(),
    _version: String(version),
    _place: placeOf(request),
  }
  return { errors: [], draftOf: null, theirs: null, ...shown, hidden }
}
