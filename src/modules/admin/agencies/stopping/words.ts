import type { Agency } from '../agency.ts'

/** What stopping an agency says before it happens. */
export const stopping = ({ name }: Agency) => ({
  title: `Stop ${name}`,
  says: [
    `Everybody of ${name} is signed out at once and nobody of it can sign in. Its programs get no answer either.`,
    'What is shared with it, and cases of its teams, nobody reaches through it, also colleagues of other agencies who work in its teams.',
    'Nothing is removed: accounts, postings, shares and tokens hold again when it is let in, as far as they have not ended by then. That takes two administrators.',
  ],
  button: 'Stop the agency now',
  already: 'This agency has been stopped already: nothing is left to do',
})
