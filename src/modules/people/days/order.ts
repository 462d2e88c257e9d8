/** Whether the last day is not before the first, as far as both are known. */
export const isInOrder = ({ from, until }: { from: string | null; until: string | null }) =>
  from === null || until === null || from <= until

/** What a form says where it is. */
export const outOfOrder = {
  path: ['until'],
  message: 'Enter a last day that is not before the first',
}
