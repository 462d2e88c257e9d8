import type { User } from '../user.ts'

/** What opening an account again says before it is proposed. */
export const opening = ({ name }: User) => ({
  title: 'Open this account again',
  says: [
    `When a second administrator agrees, ${name} can sign in again as before, with the postings that hold then.`,
    'If the password or phone may have come into other hands, invite them anew as well.',
  ],
  button: 'Propose to open the account',
  already: 'This account is open already: nothing is left to do',
})
