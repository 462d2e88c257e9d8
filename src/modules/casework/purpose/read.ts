import type { Note } from '../../../platform/web/acting.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { purposeGiven } from './queries.ts'
import type { PurposeAbout } from './purpose.ts'

/**
 * Whether whoever acts must first say what they need something for; `minutes` is how long an answer
 * holds, 0 where none is wanted. Then the entry says that they were asked, and that nothing was shown;
 * else it says what they answered.
 */
export async function mustSayWhy(
  tx: Reader,
  { about, minutes, note }: { about: PurposeAbout; minutes: number; note: Note },
): Promise<boolean> {
  if (minutes === 0) return false
  const purpose = await purposeGiven(tx, about, minutes)
  if (purpose !== null) {
    note.about({ purpose })
    return false
  }
  note.as('purpose.ask')
  note.about({ subjects: [] })
  return true
}
