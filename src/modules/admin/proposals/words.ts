import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { Proposal } from './proposal.ts'

/** For whom it is. */
export const whomInWords = ({ whom, agency }: Proposal): string =>
  agency === null ? whom : `${whom}, ${agency}`

/** What is proposed, in one line. */
export function whatIsProposed(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'posting':
      return postingInWords(proposal)
    case 'invitation':
      return 'Invite: they set up how they sign in, for the first time or anew'
    case 'token':
      return `A token of ${proposal.days ?? 0} days: the program reads what is shared with its agency`
    case 'opening':
      return 'Open the closed account again'
    case 'admission':
      return 'Let the stopped agency in again'
  }
}

function postingInWords({ role, team, forceWide, until }: Proposal): string {
  const where = forceWide ? `every ordinary case of the area (${team ?? ''})` : (team ?? '')
  const end = until === null ? 'no end' : `until ${momentInWords(until)}`
  return `Posting as ${(role ?? '').toLowerCase()}: ${where}, ${end}`
}

/** What happens when a second administrator agrees, and what that one has to look at. */
export const agreeingMeans: Readonly<Record<Proposal['kind'], readonly string[]>> = {
  posting: [
    'The posting holds as soon as you agree. Agree only when you know from the person or their agency that they do this work.',
  ],
  invitation: [
    'When you agree, a code is shown to you once. Hand it yourself to the person who is invited, by a way that is known to be theirs, and to nobody else: not to whoever invited them, who has the address. Whoever has both can set the password.',
    'If you do not know that the person is who they say they are, or wants this, do not agree.',
  ],
  token: [
    'When you agree, the second half of the token is shown to you once. Hand it yourself to those who run the program, and not to whoever proposed it, who has the first half. Whoever has both reads what the program may read.',
  ],
  opening: ['They can sign in again as before, with the postings that hold then.'],
  admission: [
    'People of it can sign in again, with the postings and shares that hold then. Tokens of its programs work again at once.',
  ],
}

/** What became of it. */
export function stateInWords({ state, decider, decidedAt, lapsesAt }: Proposal): string {
  const when = decidedAt === null ? '' : ` at ${momentInWords(decidedAt)}`
  const who = decider ?? ''
  return {
    waiting: `Waits until ${momentInWords(lapsesAt)}`,
    agreed: `${who} agreed${when}`,
    declined: `${who} did not agree${when}`,
    withdrawn: `Withdrawn${when}`,
    ended: `Ended${when}, because a later one took its place or the account was closed`,
    lapsed: `Lapsed at ${momentInWords(lapsesAt)}: nobody had decided`,
    void: 'Lapsed: whoever proposed it is no administrator any more',
  }[state]
}
