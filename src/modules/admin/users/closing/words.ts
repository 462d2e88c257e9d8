import type { User } from '../user.ts'

/** What closing an account says before it happens. */
export const closing = ({ name }: User) => ({
  title: 'Close this account',
  says: [
    `${name} is signed out everywhere at once and cannot sign in any more. An invitation that was not taken up ends.`,
    'Postings, and everything that was written, stay on record. It takes two administrators to open the account again.',
  ],
  button: 'Close the account now',
  already: 'This account has been closed already: nothing is left to do',
})
