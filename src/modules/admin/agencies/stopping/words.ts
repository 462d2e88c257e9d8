import type { Agency } from '../agency.ts'

/** What stopping an agency and letting it in again say before they happen. */
export const stopping = ({ name }: Agency) => ({
  title: `Stop ${name}`,
  says: [
    `Everybody of ${name} is signed out at once and nobody of it can sign in. Its programs get no answer either.`,
    'What is shared with it, and cases of its teams, nobody reaches through it, also colleagues of other agencies who work in its teams.',
    'Nothing is removed: accounts, postings, shares and tokens hold again when it is let in, as far as they have not ended by then.',
  ],
  button: 'Stop the agency now',
  already: 'This agency has been stopped already: nothing is left to do',
})

export const admission = ({ name }: Agency) => ({
  title: `Let ${name} in again`,
  says: [
    'People of it can sign in again from now on, with the postings and shares that hold then.',
    'Tokens of its programs work again at once. End those that may have come into other hands before you go on.',
  ],
  button: 'Let it in again',
  already: 'This agency has been let in already: nothing is left to do',
})
