import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import type { Shown } from '../../../../platform/web/forms/shown.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { WhoAgrees } from '../../proposals/who-agrees.tsx'
import { shownOncePage } from '../../shown-once-page.tsx'
import type { User } from '../user.ts'

export interface InviteModel {
  user: User
  /** Names of the administrators who could agree. */
  others: readonly string[]
}

export const invitePage = ({ user, others }: InviteModel, shown: Shown): PageAnswer =>
  confirmPage(
    {
      title: `Invite ${user.name}`,
      caption: user.email ?? user.agency,
      breadcrumbs: crumbsOfUser(user),
      says: [
        'The next page shows you an address, once. A second administrator who agrees sees a code, once. Whoever is invited needs both: you give them the address, the second administrator the code, each by a way that is known to be theirs.',
        'It holds for 7 days after that and works once. An earlier invitation ends now.',
        'Somebody who signs in already and has lost a phone or password is invited in the same way: what they had before ends when they take it up.',
      ],
      more: <WhoAgrees others={others} />,
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
      'Give it to its holder alone. It opens nothing yet: a second administrator has to agree, within 7 days, and hands a code to the holder, which the page at this address asks for.',
      'The address is not kept and cannot be shown again. Who does not get it is invited anew.',
    ],
    onwards: { text: `Go on to ${user.name}`, href: userPlace(user.id) },
  })
