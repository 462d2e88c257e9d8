/** One line of the audit log as an auditor reads it: ids and codes, and who. */
export interface LogEntry {
  id: string
  at: string
  verb: string
  class: string
  outcome: string
  userId: string | null
  /** Name, roles at that moment and agency; null where nobody was recognised, or is listed no more. */
  who: string | null
  roles: readonly string[]
  agency: string | null
  caseId: string | null
  personId: string | null
  /** How many other records were shown or touched. */
  others: number
  asked: string | null
  allowedBy: string | null
  /** What somebody said that it was needed for. */
  purpose: string | null
  codes: readonly string[]
}

/** What stands for a record in lists: the beginning of its id, which says nothing of what is in it. */
export const shortCode = (id: string): string => id.slice(0, 8)
