import { momentInWords } from '../../../platform/web/words/dates.ts'

/** A moment of a row (ISO, UTC) as people here tell it. */
export const momentOf = (at: string): string =>
  momentInWords(Temporal.Instant.from(at), 'Europe/London')
