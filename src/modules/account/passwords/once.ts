/** Work that is done when it is first asked for, and whose result is kept. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let kept: Promise<Result> | undefined
  return () => (kept ??= work())
}
