import { caseTypes } from '../case.ts'
import type { CasesForm } from '../form.ts'

/** A team that may be asked for; `said` is its name with its agency. */
export interface TeamChoice {
  id: string
  said: string
}

/** A list of the filter: each value with its words, the one that narrows nothing first. */
export interface Choice {
  field: Exclude<keyof CasesForm, 'name' | 'after'>
  label: string
  items: Readonly<Record<string, string>>
}

export const choices = (teams: readonly TeamChoice[]): readonly Choice[] => [
  { field: 'exact', label: 'The name', items: { '': 'begins so', yes: 'is exactly so' } },
  {
    field: 'state',
    label: 'State',
    items: { open: 'Open', closed: 'Closed', all: 'Open and closed' },
  },
  {
    field: 'type',
    label: 'Type',
    items: { '': 'Any type', ...Object.fromEntries(caseTypes.map(type => [type, type])) },
  },
  {
    field: 'team',
    label: 'Team',
    items: { '': 'Any team', ...Object.fromEntries(teams.map(({ id, said }) => [id, said])) },
  },
  { field: 'own', label: 'Owner', items: { '': 'Anybody', yes: 'Me' } },
  {
    field: 'sensitivity',
    label: 'Sensitivity',
    items: { '': 'Any', ordinary: 'Ordinary', restricted: 'Restricted', sealed: 'Sealed' },
  },
  {
    field: 'sort',
    label: 'Order',
    items: {
      newest: 'Newest first',
      oldest: 'Oldest first',
      reference: 'By reference',
      type: 'By type',
    },
  },
]
