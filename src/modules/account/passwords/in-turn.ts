/** The same work, done for no more than `most` at once; who comes later waits, in order. */
export function inTurn<Given extends unknown[], Result>(
  most: number,
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  const waiting: (() => void)[] = []
  let atWork = 0
  return async (...given) => {
    if (atWork >= most) {
      const turn = Promise.withResolvers<void>()
      waiting.push(turn.resolve)
      await turn.promise
    } else atWork += 1
    try {
      return await work(...given)
    } finally {
      const next = waiting.shift()
      // The place goes straight to whoever waits longest.
      if (next === undefined) atWork -= 1
      else next()
    }
  }
}
