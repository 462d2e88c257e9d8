/** An answer as JSON can carry it. */

export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * Days become text, an end without limit the word "infinite": JSON would turn it into null, which means
 * something else here. What is left out stays out.
 */
export const plain = (value: unknown): Plain => {
  if (Array.isArray(value)) return value.map(plain)
  return typeof value === 'object' && value !== null ? plainFields(value) : plainScalar(value)
}

const plainFields = (value: object): Plain =>
  value instanceof Temporal.PlainDate
    ? value.toString()
    : Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([key, each]): [string, Plain] => [key, plain(each)]),
      )

const plainScalar = (value: unknown): Plain => {
  if (typeof value === 'number') return Math.abs(value) === Infinity ? 'infinite' : value
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
