import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { crumbs } from '../../crumbs.ts'
import { shownOncePage } from '../../shown-once-page.tsx'
import type { Proposal } from '../proposal.ts'

const onwards = { text: 'Go on to what waits', href: '/admin/waiting' }

/** The code of an invitation, for whoever agreed to it. */
export const codePage = ({ whom, agency }: Proposal, code: string): PageAnswer =>
  shownOncePage({
    title: `Code for ${whom}`,
    caption: agency ?? '',
    breadcrumbs: crumbs.waiting,
    label: 'Code of the invitation:',
    secret: code,
    says: [
      `Hand it to ${whom} yourself, by a way that is known to be theirs, and to nobody else. They type it on the page of the address that they got from whoever invited them.`,
      'It holds for 7 days and works once; after a few wrong ones the invitation ends. It is not kept and cannot be shown again: who does not get it is invited anew.',
    ],
    onwards,
  })

/** The half of a token that whoever proposed it has not seen. */
export const halfPage = ({ whom, agency, days }: Proposal, half: string): PageAnswer =>
  shownOncePage({
    title: `Second half of the token of ${whom}`,
    caption: agency ?? '',
    breadcrumbs: crumbs.waiting,
    label: 'Second half of the token:',
    secret: half,
    says: [
      'Hand it to those who run the program yourself, and to nobody else. They put it behind the first half, without a space, and send both with each request as: Authorization: Bearer, a space, then the token.',
      `The token lasts ${days ?? 0} days from now and opens addresses below /api/ only. Its half is not kept and cannot be shown again.`,
    ],
    onwards,
  })
