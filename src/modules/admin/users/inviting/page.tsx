import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import type { Shown } from '../../../../platform/web/forms/shown.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { shownOncePage } from '../../shown-once-page.tsx'
import type { User } from '../user.ts'

/** How long an invitation holds: long enough for leave of a week, short enough to be forgotten safely. */
export const invitationDays = 7

export const invitePage = (user: User, shown: Shown): PageAnswer =>
  confirmPage(
    {
      title: `Invite ${user.name}`,
      caption: user.email ?? user.agency,
      breadcrumbs: crumbsOfUser(user),
      says: [
        'The next page shows an address, once. Whoever opens it sets the password and the one-time codes of this account, so give it to its holder alone, in person or by a way that is known to be theirs.',
        `It holds for ${invitationDays} days and works once. An earlier invitation ends now.`,
        'Somebody who signs in already and has lost a phone or password is invited in the same way: what they had before ends when they take it up.',
      ],
      button: 'Make the address',
      warns: false,
      back: userPlace(user.id),
    },
    shown,
  )

export const invitationPage = (user: User, address: string): PageAnswer =>
  shownOncePage({
    title: `Invitation of ${user.name}`,
    caption: user.email ?? user.agency,
    breadcrumbs: crumbsOfUser(user),
    label: 'Address of the invitation:',
    secret: address,
    says: [
      `It holds for ${invitationDays} days and works once.`,
      'It is not kept and cannot be shown again. Who does not get it is invited anew.',
    ],
    onwards: { text: `Go on to ${user.name}`, href: userPlace(user.id) },
  })
