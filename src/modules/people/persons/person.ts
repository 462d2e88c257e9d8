/** How exactly a day of birth is known. */
export const precisions = ['day', 'month', 'year', 'about', 'unknown'] as const
export type BirthPrecision = (typeof precisions)[number]

/** As ISO/IEC 5218 counts. */
export const sexes = ['not known', 'male', 'female', 'not specified'] as const
export type Sex = (typeof sexes)[number]

export const nameKinds = ['legal', 'birth', 'known as', 'alias', 'nickname', 'handle'] as const
export type NameKind = (typeof nameKinds)[number]

/** A day of birth as exactly as it is known; the first day of the month or year where no more is. */
export type Birth =
  | { precision: 'unknown' }
  | { precision: Exclude<BirthPrecision, 'unknown'>; on: string; source: string }

/** The name as it is read: given before family. */
export const nameInWords = ({ given, family }: { given: string; family: string }): string =>
  [given, family].filter(part => part !== '').join(' ')
