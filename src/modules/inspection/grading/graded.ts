import type { Result, Visit } from '../record/visit.ts'

/** One of the results of a visit, with the visit that it belongs to. */
export interface Graded {
  visit: Visit
  result: Result
}
