export type NoticeKind = 'glass-broken' | 'glass-reviewed' | 'seal-asked' | 'seal-decided'

/** Something that somebody was told. */
export interface Notice {
  id: string
  kind: NoticeKind
  toldAt: string
  seenAt: string | null
  /** The case, while the reader may see it; null otherwise. */
  reference: string | null
  /** Who broke the glass, where it was somebody else. */
  who: string | null
  finding: string | null
  review: string | null
}

/**
 * A notice of a case that its reader does not see would tell that the case exists. It is shown only to
 * those who review without seeing cases, and to whoever broke the glass and is told what was found.
 */
const shown = sql<boolean>`(n.kind = 'glass-reviewed'
  or (n.kind = 'glass-broken' and 'standards-auditor' = any ((select access.roles())::text[]))
  or (select true from casework.case c where c.id = n.case_id))`
