/**
 * The published record: which force was visited when, and what was published of each sample of
 * cases, kept exactly as the sources give it. Blank means "not found", never zero.
 */
export type Grade = 'good' | 'adequate' | 'requires improvement' | 'inadequate'

export type ScaleCode = 'three-2014' | 'four-mixed' | 'three-2015' | 'area-graded-2024'

export type VisitKind =
  'inspection' | 'post-inspection review' | 're-inspection' | 'quarterly update' | 'joint'

/** How far a row can be trusted; only `published` and `derived` may enter a sum. */
export type Certainty =
  | 'published'
  | 'derived'
  | 'published (source disagrees with itself)'
  | 'total only'
  | 'themed count in notes'
  | 'event only'

/** A stretch of days known only as far as the source tells it: `2014`, `2014-06`, `2017-07-24/2017-08-04`. */
export interface Period {
  /** As the source gives it, for showing. */
  text: string
  /** First day that the text may mean; for ordering, never for arithmetic. */
  from: Temporal.PlainDate
  /** Last day that the text may mean. */
  to: Temporal.PlainDate
  precision: 'day' | 'days' | 'month' | 'months' | 'season' | 'year'
}

/** One visit: a force (or a declared group of forces), a kind and its dates. */
export interface Visit {
  id: string
  /** Slug of the force, or of a declared group. */
  subject: string
  kind: VisitKind
  fieldwork: Period | null
  published: Period | null
}

/** Counts of one sample of cases, as one assessor graded them. */
export interface Result {
  visitId: string
  /** What was sampled, in the words of the record: `all`, `child sexual exploitation`, … */
  sample: string
  assessor: 'inspector' | 'force'
  scale: ScaleCode | null
  /** Cases in the sample. */
  cases: number | null
  counts: Partial<Record<Grade, number>>
  /**
   * The lower grades together, as the record gives them: requires improvement and inadequate, but on
   * `three-2014` adequate and inadequate (179 + 220 = 399 of the eight forces' 576).
   */
  notGood: number | null
  /** Cases to which happened what the note tells: a count of outcomes, not of grades. */
  outcomes: number | null
  /** A whole percentage published without a count, 0 to 100. */
  goodPercent: number | null
  certainty: Certainty
  note: string
  sourceUrl: string
}

/** One area graded as a whole, from 2024 on. `area` is null where the source does not say which. */
export interface AreaGrade {
  visitId: string
  scale: ScaleCode
  area: string | null
  grade: Grade
}

/** A place where two statements about the same thing differ; both are kept. */
export interface Conflict {
  visitId: string
  about: string
  oneSays: string
  oneSource: string
  otherSays: string
  /** Empty where the record names the other source in words only. */
  otherSource: string
}

export type Basis =
  'recommendation' | 'cause of concern' | 'area named for improvement' | 'inspector concern'

export type Timescale = 'immediately' | 'three months' | 'six months' | 'none stated'

/** Something that inspectors asked for or criticised, in the record's own words. */
export interface Point {
  subject: string
  published: Period | null
  /** Which event it belongs to where no publication date is known. */
  event: string
  timescale: Timescale
  summary: string
  area: string
  basis: Basis
  /** Dated words about progress, as published. */
  status: string
  sourceUrl: string
}
