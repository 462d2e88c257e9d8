import type { CasesForm } from '../form.ts'

/** What to do where no case fits: it depends on what was asked. */
export const NothingFound = ({ asked, mayOpen }: { asked: CasesForm; mayOpen: boolean }) => {
  const { after, sort: _order, ...narrowed } = asked
  const isNarrowed = Object.entries(narrowed).some(
    ([field, value]) => value !== '' && !(field === 'state' && value !== 'closed'),
  )
  return (
    <p class="govuk-body">
      {isNarrowed || after !== '' ? (
        <>
          No case that you may see fits. {advice(asked)} or{' '}
          <a class="govuk-link" href="/cases">
            show all open cases
          </a>
          .
        </>
      ) : (
        <>
          There is no {asked.state === 'open' ? 'open ' : ''}case that you may see yet.{' '}
          {mayOpen
            ? 'Open a new case, or ask the supervisor of a case to name you on it.'
            : 'A case is here as soon as it is shared with you or you are named on it.'}
        </>
      )}
    </p>
  )
}

function advice({ name, exact, state }: CasesForm): string {
  if (name !== '' && exact === 'yes') return 'Ask for names that begin so,'
  if (name !== '')
    return state === 'all'
      ? 'Try fewer letters,'
      : 'Look among closed cases too, try fewer letters,'
  return 'Ask for less,'
}
