import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { WarningText } from '../../../platform/web/components/warning-text.tsx'
import { errorsOf } from '../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../platform/web/forms/shown.ts'
import { counted } from '../../../platform/web/words/numbers.ts'
import type { GlassRules } from './queries.ts'

/** For somebody who broke the glass without need too often: that they cannot, why, and whom to ask. */
export const keptPage = ({ limit, kept }: GlassRules, shown: Shown): PageAnswer => ({
  title: 'Break the glass',
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <WarningText text="You can no longer break the glass." />
      <p class="govuk-body">
        {counted(limit, 'review')} or more in the last 12 months found that you had no need to. Each
        is in your{' '}
        <a class="govuk-link" href="/inbox">
          inbox
        </a>
        .
      </p>
      <p class="govuk-body">
        If a child is in danger now, telephone the team that works the case, or your supervisor.
      </p>
      <h2 class="govuk-heading-m">Whom to ask</h2>
      <Ask names={kept?.ask ?? []} />
    </div>
  ),
})

const Ask = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? (
    <p class="govuk-body">
      A standards auditor outside your line can lift this, with a reason. None is on record here:
      ask your supervisor to find one.
    </p>
  ) : (
    <>
      <p class="govuk-body">One of these standards auditors can lift this, with a reason:</p>
      <ul class="govuk-list govuk-list--bullet">
        {names.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
