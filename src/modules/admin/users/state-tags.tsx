import { Tag } from '../../../platform/web/components/tag.tsx'
import { statesOf, type State, type User } from './user.ts'

/** The state of an account in a word or two; set apart where something stands in the way. */
export const StateTags = ({ user }: { user: User }) => (
  <>
    {statesOf(user).map(state => (
      <span key={state}>{state === 'live' ? 'Open' : <Tag {...words[state]} />} </span>
    ))}
  </>
)

const words: Readonly<Record<Exclude<State, 'live'>, { text: string; classes: string }>> = {
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  'agency stopped': { text: 'Agency stopped', classes: 'govuk-tag--red' },
  invited: { text: 'Invited', classes: 'govuk-tag--blue' },
  'no posting': { text: 'No posting', classes: 'govuk-tag--yellow' },
}
