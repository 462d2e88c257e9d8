import type { LookUp } from './look-up.ts'

/** Adds a sign-in before the first act of each user on each day where there is none yet. */
export function withSignIns(lookUps: readonly LookUp[]): LookUp[] {
  const days = Map.groupBy(lookUps, ({ user, day }) => `${user} ${day}`)
  return [...days.values()].flatMap(acts => {
    const [first] = acts.toSorted((a, b) => (a.time < b.time ? -1 : 1))
    if (first === undefined || first.verb === 'sign-in.done') return acts
    const { user, day } = first
    return [{ user, day, time: minuteBefore(first.time), verb: 'sign-in.done' }, ...acts]
  })
}

const minuteBefore = (time: string): string =>
  Temporal.PlainTime.from(time).subtract({ minutes: 1 }).toString({ smallestUnit: 'minute' })
