import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { counted, listInWords } from '../../../platform/web/words/numbers.ts'
import { momentToTheSecond } from '../entries/moment.ts'
import { shortCode } from '../entries/entry.ts'
import type { ToldFinding } from './read.ts'
import { ruleWords } from './rule-words.ts'

export const Findings = ({ findings, days }: { findings: readonly ToldFinding[]; days: string }) =>
  findings.length === 0 ? (
    <p class="govuk-body">Nothing to explain in these {days} days.</p>
  ) : (
    <StackedTable
      caption={ruleWords[findings[0]?.rule ?? 'nothing-led'].title}
      captionClasses="govuk-visually-hidden"
      classes="turnstone-log"
      head={[{ text: 'Who' }, { text: 'What is so' }, { text: 'Latest' }]}
      rows={findings.map(one => [
        {
          text: (
            <a class="govuk-link" href={addressOf(one, days)}>
              {titleOf(one)}
            </a>
          ),
        },
        { text: one.facts.join(' ') },
        { text: momentToTheSecond(one.last) },
      ])}
    />
  )

const addressOf = ({ rule, about }: ToldFinding, days: string): string =>
  `/oversight/look-ups/${rule}/${about}?days=${days}`

/** Whom a finding is about, by name; a record by its code alone. */
export const titleOf = ({ rule, about, people }: ToldFinding): string =>
  rule === 'many-lookers'
    ? `Person ${shortCode(about)}, opened by ${counted(people.length, 'colleague')}`
    : (people[0]?.name ?? `Somebody who is listed no more (${shortCode(about)})`)

/** Name and agency of everybody whose look-ups it is. */
export const peopleInWords = ({ people }: ToldFinding): string =>
  listInWords(people.map(({ name, agency }) => `${name} (${agency})`))
