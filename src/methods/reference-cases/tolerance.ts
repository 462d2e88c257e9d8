/** How near is near enough for one expected figure? */
import { isRecord } from '../is-record.ts'

export interface Tolerance {
  readonly absolute: number
  readonly relative: number
}

/** What a file that states none gets. */
const strict: Tolerance = { absolute: 1e-8, relative: 0 }

/**
 * The tolerance for `key`: the case's own, else the file's. Each is a number (absolute) or an object of
 * `absolute` and `relative`. `posterior` in a case holds for its chances only (`prob_…`), which were drawn
 * at random; its other figures keep the file's.
 */
export const toleranceOf = (key: string, ofFile: unknown, ofCase: unknown): Tolerance => {
  const general = read(ofFile) ?? strict
  if (isRecord(ofCase) && typeof ofCase['posterior'] === 'number') {
    return key.startsWith('prob_') ? { absolute: ofCase['posterior'], relative: 0 } : general
  }
  return read(ofCase) ?? general
}

const read = (given: unknown): Tolerance | null => {
  if (typeof given === 'number') return { absolute: given, relative: 0 }
  if (!isRecord(given)) return null
  const [absolute, relative] = [given['absolute'], given['relative']]
  if (typeof absolute !== 'number' && typeof relative !== 'number') return null
  return {
    absolute: typeof absolute === 'number' ? absolute : 0,
    relative: typeof relative === 'number' ? relative : 0,
  }
}
