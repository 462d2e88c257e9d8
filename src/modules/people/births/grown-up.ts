import type { RecordedBirth } from './birth-words.ts'

/**
 * Whether somebody is surely 18 or older on `today`: so on the latest day that fits what is known of the
 * birth. Not sure where nothing is known. Child: under 18, Children Act 1989 section 105(1). Who was
 * born on 29 February comes of age on 1 March of a common year.
 */
export function isGrownUp(
  { birthOn, birthPrecision }: RecordedBirth,
  today: Temporal.PlainDate,
): boolean {
  if (birthOn === null) return false
  const latest = latestDay(Temporal.PlainDate.from(birthOn), birthPrecision)
  const anniversary = latest.add({ years: 18 })
  const ofAge = anniversary.day < latest.day ? anniversary.add({ days: 1 }) : anniversary
  return Temporal.PlainDate.compare(today, ofAge) >= 0
}

/** "About 1998" may be a year out either way. */
function latestDay(first: Temporal.PlainDate, precision: RecordedBirth['birthPrecision']) {
  switch (precision) {
    case 'day':
    case 'unknown':
      return first
    case 'month':
      return first.add({ months: 1 }).subtract({ days: 1 })
    case 'year':
      return first.add({ years: 1 }).subtract({ days: 1 })
    case 'about':
      return first.add({ years: 2 }).subtract({ days: 1 })
  }
}
