import type { Role } from './roles.ts'

/** The six classes of logging, Data Protection Act 2018 section 62. */
export type AuditClass =
  'collection' | 'alteration' | 'consultation' | 'disclosure' | 'combination' | 'erasure'

/** Something that a person does, as the audit log calls it: what, then the verb, such as `case.read`. */
export type ActionName = `${string}.${string}`

/** Who may do something. The role gives the verb; which records, row policies decide. */
export interface Permission {
  /** What somebody does, in words for docs/access.md: "Open a case". */
  what: string
  class: AuditClass
  /** Each role that may, with the records it may do this to, in words. */
  who: Readonly<Partial<Record<Role, string>>>
}

/** The permission table of a module, read by the web, by tests and by docs/access.md. */
export type Permissions = Readonly<Record<ActionName, Permission>>

/** Whether one of these roles gives the verb. */
export const isAllowed = ({ who }: Permission, held: readonly string[]): boolean =>
  held.some(role => Object.hasOwn(who, role))
