import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Tag } from '../../../platform/web/components/tag.tsx'
import { momentInWords } from '../../../platform/web/words/moments.ts'
import { crumbs } from '../crumbs.ts'
import type { Proposal } from '../proposals/proposal.ts'
import { WaitingLines } from '../proposals/waiting-lines.tsx'
import type { Agency, Team } from './agency.ts'

export interface AgenciesModel {
  agencies: readonly Agency[]
  teams: readonly Team[]
  /** The agency of whoever looks, which another administrator stops. */
  ownAgency: string
  /** What waits for a second administrator. */
  waiting: readonly Proposal[]
}

export const agenciesPage = ({
  agencies,
  teams,
  ownAgency,
  waiting,
}: AgenciesModel): PageAnswer => ({
  title: 'Agencies and teams',
  breadcrumbs: crumbs.overview,
  lead: 'The members of the partnership, each with one switch that shuts out everybody of it at once.',
  children: agencies.map(agency => (
    <section key={agency.id} id={`agency-${agency.id}`}>
      <h2 class="govuk-heading-m">
        {agency.name} {agency.stoppedAt !== null && <Tag text="Stopped" classes="govuk-tag--red" />}
      </h2>
      <p class="govuk-body">
        {sentenceCase(agency.kind)}.
        {agency.stoppedAt !== null &&
          ` Nobody of it gets in since ${momentInWords(agency.stoppedAt)}.`}
      </p>
      <WaitingLines proposals={waiting.filter(({ agencyId }) => agencyId === agency.id)} />
      <Teams teams={teams.filter(({ agencyId }) => agencyId === agency.id)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/admin/agencies/${agency.id}/teams/new`}>
          Add a team<span class="govuk-visually-hidden">{` to ${agency.name}`}</span>
        </a>
        {agency.id !== ownAgency && <Switch agency={agency} />}
      </p>
    </section>
  )),
})

const Teams = ({ teams }: { teams: readonly Team[] }) =>
  teams.length === 0 ? (
    <p class="govuk-body">No team yet.</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {teams.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  )

const Switch = ({ agency: { id, name, stoppedAt } }: { agency: Agency }) => (
  <>
    {' · '}
    <a
      class="govuk-link"
      href={`/admin/agencies/${id}/${stoppedAt === null ? 'stopping' : 'admission'}`}
    >
      {stoppedAt === null ? 'Stop' : 'Let in again'}
      <span class="govuk-visually-hidden">{` ${name}`}</span>
    </a>
  </>
)

const sentenceCase = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
