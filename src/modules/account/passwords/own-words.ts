/** Whose password it is to be. */
export interface Holder {
  givenName: string
  familyName: string
  email: string
}

/** What others know of somebody, and so would try first. */
export const ownWords = ({ givenName, familyName, email }: Holder): string[] => [
  'turnstone',
  email,
  ...email.split(/[@._-]/),
  ...givenName.split(/[\s-]/),
  ...familyName.split(/[\s-]/),
]
