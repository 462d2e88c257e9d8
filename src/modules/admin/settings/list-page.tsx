import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { crumbs } from '../crumbs.ts'
import type { Setting } from './setting.ts'
import { limitsInWords, valueInWords } from './words.ts'

export const settingsPage = (settings: readonly Setting[]): PageAnswer => ({
  title: 'Settings',
  breadcrumbs: crumbs.overview,
  lead: 'They hold for the whole installation, and for whatever begins after the change.',
  children: (
    <StackedTable
      caption="Settings"
      captionClasses="govuk-visually-hidden"
      head={['Setting', 'Now', 'Limits', 'Change']}
      rows={settings.map(setting => [
        setting.what,
        valueInWords(setting, setting.value),
        limitsInWords(setting),
        {
          text: (
            <a class="govuk-link" href={`/admin/settings/${setting.name}`}>
              Change<span class="govuk-visually-hidden">{`: ${setting.what}`}</span>
            </a>
          ),
        },
      ])}
    />
  ),
})
