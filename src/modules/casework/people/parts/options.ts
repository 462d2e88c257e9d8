/** The choices of a list from which one must be chosen; none is at first. */
export const choose = (values: readonly string[]) => [
  { value: '', text: 'Choose' },
  ...values.map(value => ({ value, text: value })),
]
