import type { CaseRole, PersonSketch } from './person-sketch.ts'

/** Somebody on a case as something. */
export interface Part {
  caseCode: string
  person: PersonSketch
  role: CaseRole
}
