import type {
  AreaGrade,
  Conflict,
  Grade,
  Point,
  Result,
  ScaleCode,
  Timescale,
  Visit,
} from './visit.ts'

/** The whole record as its files hold it, each row with the line that it stands on. */
export interface PublishedRecord {
  forces: Placed<Force>[]
  groups: Placed<ForceGroup>[]
  members: Placed<GroupMember>[]
  scaleGrades: Placed<ScaleGrade>[]
  mappings: Placed<Mapping>[]
  visits: Placed<Visit>[]
  results: Placed<Result>[]
  areaGrades: Placed<AreaGrade>[]
  points: Placed<Point>[]
  conflicts: Placed<Conflict>[]
  timescales: Placed<TimescaleRule>[]
}

/** A row and its line in the file; the order of the record, and where to look when it is refused. */
export type Placed<Row> = Row & { position: number }

/** One of the 43 territorial police forces. */
export interface Force {
  slug: string
  name: string
  country: 'England' | 'Wales'
  region: string
  areaCode: string
}

/** Forces that a source reports together. */
export interface ForceGroup {
  slug: string
  name: string
}

export interface GroupMember {
  group: string
  force: string
}

/** One grade of a scale; the order of the rows is the order of the grades, best first. */
export interface ScaleGrade {
  scale: ScaleCode
  title: string
  graded: 'case' | 'area'
  grade: Grade
  inUseFrom: string
  sourceUrl: string
}

/** A named rule that joins the grades of a scale into two, so that a share can be told. */
export interface Mapping {
  code: string
  title: string
  scale: ScaleCode
  counted: Grade[]
  rest: Grade[]
  why: string
  sourceUrl: string
}

/** How the words of a timescale become a due date. */
export interface TimescaleRule {
  code: string
  words: string
  unit: 'none' | 'days' | 'weeks' | 'calendar months' | 'working days'
  amount: number | null
  countedFrom: string
  rule: string
  sourceUrl: string
  verified: string
}

/** So that a point cannot ask for a timescale without a rule. */
export const statedTimescales = [
  'immediately',
  'three months',
  'six months',
] as const satisfies Exclude<Timescale, 'none stated'>[]
