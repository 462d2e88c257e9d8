/** Orders of a list; within a type the newest come first. */
export const sorts = ['newest', 'oldest', 'reference', 'type'] as const
export type CasesSort = (typeof sorts)[number]
