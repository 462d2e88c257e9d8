import type { Agency } from '../agency.ts'

/** What letting an agency in again says before it is proposed. */
export const admission = ({ name }: Agency) => ({
  title: `Let ${name} in again`,
  says: [
    'When a second administrator agrees, people of it can sign in again, with the postings and shares that hold then.',
    'Tokens of its programs work again at once. End those that may have come into other hands before you go on.',
  ],
  button: 'Propose to let it in again',
  already: 'This agency has been let in already: nothing is left to do',
})
