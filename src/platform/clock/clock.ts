/** A moment and a day, passed in: rules never ask the machine what time it is. */
export interface Clock {
  /** The present moment. */
  now(): Temporal.Instant
  /** The present day where the partnership works. */
  today(): Temporal.PlainDate
  /** Milliseconds that only ever grow, for measuring how long something took. */
  elapsed(): number
}

/** The zone in which every day and time of day in the product is told. */
const zone = 'Europe/London'

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => Temporal.Now.plainDateISO(zone),
  elapsed: () => performance.now(),
}

/** A clock that stands still, for tests and for documents that must come out the same twice. */
export const stoppedClock = (at: string): Clock => {
  const instant = Temporal.Instant.from(at)
  return {
    now: () => instant,
    today: () => instant.toZonedDateTimeISO(zone).toPlainDate(),
    elapsed: () => 0,
  }
}
