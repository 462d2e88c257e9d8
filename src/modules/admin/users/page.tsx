import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { InsetText } from '../../../platform/web/components/inset-text.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { crumbs, userPlace } from '../crumbs.ts'
import { WaitingSection } from './waiting-section.tsx'
import { PostingsSection } from './postings-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { StateTags } from './state-tags.tsx'
import type { User, UserModel } from './user.ts'

export const userPage = (model: UserModel): PageAnswer => ({
  title: model.user.name,
  caption: model.user.agency,
  breadcrumbs: crumbs.users,
  children: (
    <>
      {model.isOneself && (
        <InsetText text="This is your own account: another administrator changes it." />
      )}
      <SummaryList rows={accountRows(model)} />
      <WaitingSection {...model} />
      <PostingsSection {...model} />
      <SessionsSection {...model} />
    </>
  ),
})

function accountRows({ user, isOneself }: UserModel) {
  const at = userPlace(user.id)
  const act = (href: string, text: string) => ({
    actions: { items: isOneself ? [] : [{ href: `${at}/${href}`, text }] },
  })
  return [
    {
      key: 'Account',
      value: { text: <StateTags user={user} /> },
      ...(user.closed ? act('opening', 'Propose to open it') : act('closing', 'Close it')),
    },
    { key: 'E-mail', value: user.email ?? 'None' },
    {
      key: 'Invitation',
      value: invitationInWords(user),
      ...(user.closed || user.email === null
        ? {}
        : act('invitation', user.invitedAt === null ? 'Invite' : 'Invite anew')),
    },
  ]
}

function invitationInWords({ invitedAt, invitedUntil, invitedByTwo }: User): string {
  if (invitedAt === null || invitedUntil === null) return 'None is waiting'
  if (invitedByTwo === false)
    return `Made at ${momentInWords(invitedAt)}, waits for a second administrator`
  return `Made at ${momentInWords(invitedAt)}, not taken up; holds until ${momentInWords(invitedUntil)}`
}
