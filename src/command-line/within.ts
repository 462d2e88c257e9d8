/** Waits for `work`, but no longer than `milliseconds` and no longer than until `hurried` settles. */
export async function within(
  milliseconds: number,
  hurried: Promise<void>,
  work: Promise<unknown>,
): Promise<'done' | 'given up'> {
  const late = Promise.withResolvers<'given up'>()
  const timer = setTimeout(() => late.resolve('given up'), milliseconds)
  try {
    return await Promise.race([
      work.then(() => 'done' as const),
      hurried.then(() => 'given up' as const),
      late.promise,
    ])
  } finally {
    clearTimeout(timer)
  }
}
