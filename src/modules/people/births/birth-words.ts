import { dayInWords, monthInWords, yearInWords } from '../../../platform/web/words/dates.ts'
import type { BirthPrecision } from '../persons/person.ts'

/** A birth as rows hold it. */
export interface RecordedBirth {
  birthOn: string | null
  birthPrecision: BirthPrecision
}

/** "3 March 2009", "March 2009", "2009", "about 2009"; empty where it is not known. `readBirth` reads it back. */
export const birthAsWritten = ({ birthOn, birthPrecision }: RecordedBirth): string =>
  birthOn === null ? '' : wordsOf[birthPrecision](birthOn)

/** The same for reading: "not known" where nothing is. */
export const birthInWords = (birth: RecordedBirth): string => birthAsWritten(birth) || 'not known'

const wordsOf: Readonly<Record<BirthPrecision, (day: string) => string>> = {
  day: dayInWords,
  month: monthInWords,
  year: yearInWords,
  about: day => `about ${yearInWords(day)}`,
  unknown: () => '',
}
