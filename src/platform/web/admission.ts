import type { Clock } from '../clock/clock.ts'

/**
 * The places for requests at work. More are asked to come back at once, so that those that were let
 * in stay quick: a queue would only make everybody wait.
 *
 * After some rest there are many places (`atOnce`), because ten people who click in one moment are
 * no crowd. While there has been no rest there are few (`underLoad`), because then each further
 * request at work makes all others slower and none of them is done sooner.
 */
export interface Admission {
  /** False when there is no place; else it is taken until `leave`. */
  enter(who: object): boolean
  /** Gives the place back; does nothing for who has none. */
  leave(who: object): void
  /** Places taken. */
  held(): number
}

/** The recent past fades by this time constant: about half a second of work without rest is a load. */
const memory = 250

/** Share of the recent past that was work, above which there was no rest worth the name. */
const noRest = 0.9

export function openAdmission(
  { atOnce, underLoad }: { atOnce: number; underLoad: number },
  clock: Pick<Clock, 'elapsed'>,
): Admission {
  const holding = new Set<object>()
  const past = { at: clock.elapsed(), worked: 0 }
  const remember = () => {
    const now = clock.elapsed()
    const faded = Math.exp((past.at - now) / memory)
    past.worked = past.worked * faded + (holding.size > 0 ? 1 - faded : 0)
    past.at = now
  }
  return {
    enter: who => {
      remember()
      if (holding.size >= (past.worked > noRest ? underLoad : atOnce)) {
        // Whoever finds no place is the proof of a crowd, however short the work has lasted.
        past.worked = 1
        return false
      }
      holding.add(who)
      return true
    },
    leave: who => {
      remember()
      holding.delete(who)
    },
    held: () => holding.size,
  }
}
