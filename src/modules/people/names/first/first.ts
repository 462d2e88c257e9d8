/** A name, as far as it matters whether it is shown first. */
export interface Used {
  id: string
  /** Its last day, as far as it has one. */
  untilOn: string | null
}

/** Whether somebody no longer uses a name today. */
export const hasEnded = ({ untilOn }: Used, today: string): boolean =>
  untilOn !== null && untilOn <= today

/**
 * The name that takes the place of the one shown first; null where that stays. A name that ended is not
 * shown first while another is used, unless somebody chose it as it was.
 * @param names the one that is shown first before the others
 * @param isChosen whether somebody chose the first, knowing that it ended
 */
export function nextFirst(
  [first, ...others]: readonly Used[],
  { today, isChosen }: { today: string; isChosen: boolean },
): string | null {
  if (first === undefined || isChosen || !hasEnded(first, today)) return null
  return others.find(name => !hasEnded(name, today))?.id ?? null
}
