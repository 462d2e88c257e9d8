import type { Setting } from './setting.ts'

/** A value with its unit: "15 minutes", "5 an hour", "off". */
export function valueInWords({ unit }: Setting, value: number): string {
  if (isSwitch(unit)) return value === 0 ? 'off' : 'on'
  if (unit.startsWith('an ')) return `${value} ${unit}`
  return `${value} ${value === 1 ? (single[unit] ?? unit) : unit}`
}

/** Its limits with their unit: "5 to 60 minutes", "off or on". */
export const limitsInWords = (setting: Setting): string =>
  isSwitch(setting.unit)
    ? 'off or on'
    : `${setting.least} to ${valueInWords(setting, setting.most)}`

/** Whether it is only on or off. */
export const isSwitch = (unit: string): boolean => unit === 'on or off'

const single: Readonly<Record<string, string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  people: 'person',
  findings: 'finding',
  cases: 'case',
  times: 'time',
}
