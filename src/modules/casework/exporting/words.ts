import type { ExportRequest, ExportState, Purpose } from './export.ts'

export const purposeInWords: Readonly<Record<Purpose, string>> = {
  'team-review': 'A review of the work of a team',
  'problem-profile': 'A problem profile, or another analysis',
  inspection: 'An inspection or an audit',
  'request-for-information': 'An answer to a court, or to a request for information',
}

export const stateInWords: Readonly<Record<ExportState, string>> = {
  waiting: 'Waits for a second person',
  lapsed: 'Lapsed: nobody decided in time',
  declined: 'Declined',
  ready: 'Agreed',
  'used up': 'Agreed, and taken as often as it may',
  over: 'Agreed, and its time is over',
}

/** Which cases were asked for. The name that was searched is left out where `name` is false. */
export function askedInWords(
  { asked, byName, team }: Pick<ExportRequest, 'asked' | 'byName' | 'team'>,
  { name }: { name: boolean },
): string {
  return [
    `${states[asked.state]} ${asked.sensitivity} cases`,
    ...(asked.sensitivity === 'restricted' ? ['that name whoever asks'] : []),
    ...(asked.type === '' ? [] : [`of the type ${asked.type}`]),
    ...(team === null ? [] : [`of the team ${team}`]),
    ...(asked.own === 'yes' ? ['that whoever asks owns'] : []),
    ...(byName ? [`with somebody ${called(name ? asked.name : '', asked.exact)}`] : []),
  ].join(', ')
}

function called(name: string, exact: '' | 'yes'): string {
  if (name === '') return 'of one name'
  return `whose name ${exact === 'yes' ? 'is' : 'begins'} “${name}”`
}

const states = { open: 'Open', closed: 'Closed', all: 'Open and closed' } as const

/**
 * How many cases, as far as somebody may know who does not reach all of them: an exact number for a name
 * or for restricted cases would tell what is hidden.
 */
export function aboutHowMany({ asked, counted }: Pick<ExportRequest, 'asked' | 'counted'>): string {
  if (asked.sensitivity === 'restricted') return 'Not told: the cases are restricted'
  if (counted <= 10) return '10 or fewer'
  return counted <= 100 ? '11 to 100' : '101 to 500'
}
