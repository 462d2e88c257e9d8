import type { User } from '../user.ts'

/** What closing and opening an account say before they happen. */
export const closing = ({ name }: User) => ({
  title: 'Close this account',
  says: [
    `${name} is signed out everywhere at once and cannot sign in any more. An invitation that was not taken up ends.`,
    'Postings, and everything that was written, stay on record. The account can be opened again.',
  ],
  button: 'Close the account now',
  already: 'This account has been closed already: nothing is left to do',
})

export const opening = ({ name }: User) => ({
  title: 'Open this account again',
  says: [
    `${name} can sign in again as before, with the postings that hold then.`,
    'If the password or phone may have come into other hands, invite them anew as well.',
  ],
  button: 'Open the account',
  already: 'This account is open already: nothing is left to do',
})
