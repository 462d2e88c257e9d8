import type { CasesForm } from '../cases/form.ts'

/** What a file of cases is for; codes of the audit log. */
export const purposes = [
  'team-review',
  'problem-profile',
  'inspection',
  'request-for-information',
] as const
export type Purpose = (typeof purposes)[number]

/** Which cases: a part of what may be asked of the list. Never ordinary and restricted ones in one file. */
export interface ExportAsked extends Pick<
  CasesForm,
  'name' | 'exact' | 'state' | 'type' | 'team' | 'own'
> {
  sensitivity: 'ordinary' | 'restricted'
}

/** A file that was taken. */
export interface Download {
  takenAt: string
  cases: number
  /** SHA-256 of the file, in hexadecimal digits. */
  digest: string
}

/** Cases that somebody wants to take out as a file, and what became of it. */
export interface ExportRequest {
  id: string
  /** The name that was searched is empty to whoever may not know it. */
  asked: ExportAsked
  byName: boolean
  /** The name of the team that was asked for. */
  team: string | null
  purpose: Purpose
  why: string
  /** How many cases fitted when it was asked, of those that the asker reached. */
  counted: number
  askedBy: string
  asker: string
  agency: string
  askedAt: string
  lapsesAt: string
  decidedBy: string | null
  decider: string | null
  decidedAt: string | null
  agreed: boolean | null
  reason: string | null
  /** Until when the file may be taken; null unless somebody agreed. */
  untilAt: string | null
  /** Whether its time is over: of the agreement, or, while nobody has decided, of the request. */
  isLate: boolean
  downloads: readonly Download[]
}

export type ExportState = 'waiting' | 'lapsed' | 'declined' | 'ready' | 'used up' | 'over'

/** Where a request stands; `times` is how often a file may be taken. */
export function stateOf(
  { agreed, isLate, downloads }: Pick<ExportRequest, 'agreed' | 'isLate' | 'downloads'>,
  times: number,
): ExportState {
  if (agreed === null) return isLate ? 'lapsed' : 'waiting'
  if (!agreed) return 'declined'
  if (downloads.length >= times) return 'used up'
  return isLate ? 'over' : 'ready'
}

/** How much may leave, as it is set now. */
export interface ExportRules {
  /** Cases in one file. */
  rows: number
  /** Cases in all files of one person within 24 hours. */
  aDay: number
  hours: number
  /** How often one file may be taken. */
  times: number
}

/** Whether a file may be taken; `open` when it may. */
export type Taking =
  | 'open'
  | 'absent'
  | 'not agreed'
  | 'over'
  | 'used up'
  | 'too many'
  | 'budget'
  | 'changed meanwhile'
