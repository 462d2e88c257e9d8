/**
 * What one client, or a crowd of them, may take before it stands in the way of all others. Times are
 * milliseconds. Each has a test with a client that tries (tests/faults/web).
 */
export interface WebLimits {
  /** Requests at work while there has been no rest for a while (admission.ts). */
  underLoad: number
  /** Until the last header of a request has come. */
  headers: number
  /** Until the whole request has come. */
  request: number
  /** Until the answer is made, whatever the database does; longer than its own limits. */
  work: number
  /** Between the first byte of a request and the last byte of its answer. */
  exchange: number
  /** That a connection stays open for the next request of the same browser. */
  keepAlive: number
  /** That a body is still taken from a client whose answer is out, so that the client can read it. */
  linger: number
  /** That the work for a client who has gone may keep its place. */
  abandoned: number
  /** Until the database counts as not answering when somebody asks how we are. */
  health: number
  /** Whole steps after which what is refused to somebody leaves (refusals.ts); 0 is at once. */
  refusal: number
  /** How often connections are checked against the limits above. */
  sweep: number
  /** Open connections; more are closed at once. */
  connections: number
}

/**
 * `underLoad` is 3 because the time of a page under load is about its own time times the requests at
 * work: one process makes the pages, one after the other. `exchange` lets a phone on a slow line read
 * the largest download (0.3 MB at 30 kbit/s takes 80 s).
 */
export const usualLimits: WebLimits = {
  underLoad: 3,
  headers: 10_000,
  request: 30_000,
  work: 20_000,
  exchange: 120_000,
  keepAlive: 10_000,
  linger: 2_000,
  abandoned: 30_000,
  health: 3_000,
  refusal: 10,
  sweep: 2_000,
  connections: 1_000,
}
