import type { ActionName, AuditClass } from '../access/permissions.ts'

/** What let somebody reach a record, the narrowest first. */
export type AllowedBy = 'team' | 'named' | 'share' | 'force-wide' | 'break-glass' | 'role'

/** What an entry says beside who, when and which action. Ids and codes only, never text. */
export interface EntryFacts {
  case?: string
  person?: string
  /** Other records that were shown or touched; the first 50 are kept, of a disclosure the first 500. */
  subjects?: readonly string[]
  /** What was asked for and refused, as it stood in the address. */
  asked?: string
  allowedBy?: AllowedBy
  /** Code of the purpose that was given. */
  purpose?: string
  /** Of a disclosure: the agency or person that received. */
  recipient?: string
  /** What the program noticed, such as `own-surname`. */
  codes?: readonly string[]
  /** Words that were searched, already encrypted. */
  sought?: Buffer
}

/** One thing that somebody did or was refused. Who and when, the database adds by itself. */
export interface Entry extends EntryFacts {
  class: AuditClass
  verb: ActionName
  outcome: 'done' | 'refused'
  /** Id of the request. */
  request: string
}
