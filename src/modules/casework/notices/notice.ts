export type NoticeKind =
  | 'glass-broken'
  | 'glass-overdue'
  | 'glass-reviewed'
  | 'seal-asked'
  | 'seal-decided'
  | 'export-asked'
  | 'export-decided'

/** Something that somebody was told. */
export interface Notice {
  id: string
  kind: NoticeKind
  toldAt: string
  seenAt: string | null
  /** The case, while the reader may see it; null otherwise. */
  reference: string | null
  /** The request for cases as a file that it is about; null for all other notices. */
  exportId: string | null
  /** Who broke the glass, where it was somebody else. */
  who: string | null
  /** The day by which that was to be reviewed. */
  reviewBy: string | null
  finding: string | null
  review: string | null
}
