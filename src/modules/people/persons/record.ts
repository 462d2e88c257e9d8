import type { RecordedBirth } from '../births/birth-words.ts'
import type { Sex } from './person.ts'

/** Somebody as lists show them: the name that is shown first, the others, and the birth. */
export interface KnownAs extends RecordedBirth {
  id: string
  given: string
  family: string
  otherNames: string[]
  sex: Sex
}

/** What stands on the person's own row. */
export interface PersonRow extends RecordedBirth {
  id: string
  birthSource: string | null
  sex: Sex
  /** Grows with each change of birth or sex. */
  version: number
}
