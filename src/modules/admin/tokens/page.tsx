import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import type { Proposal } from '../proposals/proposal.ts'
import { WaitingLines } from '../proposals/waiting-lines.tsx'
import { crumbs } from '../crumbs.ts'
import type { LiveToken, Program } from './program.ts'

export interface TokensModel {
  programs: readonly Program[]
  tokens: readonly LiveToken[]
  /** What waits for a second administrator. */
  waiting: readonly Proposal[]
}

export const tokensPage = ({ programs, tokens, waiting }: TokensModel): PageAnswer => ({
  title: 'Programs and tokens',
  breadcrumbs: crumbs.overview,
  lead: 'A program of an agency reads by the API what is shared with its agency, and changes nothing. It shows a token with each request.',
  children: (
    <>
      <Button text="Add a program" href="/admin/tokens/new" />
      {programs.length === 0 && <p class="govuk-body">There is no program yet.</p>}
      {programs.map(program => (
        <ProgramSection
          key={program.id}
          program={program}
          tokens={tokens.filter(({ programId }) => programId === program.id)}
          waiting={waiting.filter(({ userId }) => userId === program.id)}
        />
      ))}
    </>
  ),
})

const ProgramSection = ({
  program: { id, name, agency, teams },
  tokens,
  waiting,
}: {
  program: Program
  tokens: readonly LiveToken[]
  waiting: readonly Proposal[]
}) => (
  <section id={`program-${id}`}>
    <h2 class="govuk-heading-m">{name}</h2>
    <p class="govuk-body">{[...teams, agency].join(', ')}.</p>
    {tokens.length === 0 ? (
      <p class="govuk-body">It has no token that is live, so it gets no answer.</p>
    ) : (
      <StackedTable
        caption={`Tokens of ${name}`}
        captionClasses="govuk-visually-hidden"
        head={['Made', 'Last used', 'Ends', 'End it']}
        rows={tokens.map(token => [
          momentInWords(token.madeAt),
          token.usedAt === token.madeAt ? 'Not yet' : momentInWords(token.usedAt),
          momentInWords(token.endsAt),
          {
            text: (
              <a class="govuk-link" href={`/admin/tokens/${id}/${token.id}/end`}>
                End
                <span class="govuk-visually-hidden">
                  {` the token of ${name} that was made at ${momentInWords(token.madeAt)}`}
                </span>
              </a>
            ),
          },
        ])}
      />
    )}
    <WaitingLines proposals={waiting} />
    <p class="govuk-body">
      <a class="govuk-link" href={`/admin/tokens/${id}/new`}>
        Propose a token<span class="govuk-visually-hidden">{` for ${name}`}</span>
      </a>
    </p>
  </section>
)
