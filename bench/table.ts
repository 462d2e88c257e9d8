/** The result as a table for a terminal, with the notes of each figure below it. */
import { machineInWords, type Machine } from './machine.ts'
import type { Line, Result } from './result.ts'

export function table({ figures, machine }: Result): string {
  const head = ['Figure', 'Value', 'Rounds', 'Baseline', 'Ratio', 'Must', '']
  const rows = figures.map(cellsOf)
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const lined = [head, widths.map(width => '-'.repeat(width)), ...rows].map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = figures.flatMap(({ name, notes }) => ['', name, ...notes.map(note => `  ${note}`)])
  return `${['', ...lined, ...notes, '', machineInWords(machine), ...busyWords(machine)].join('\n')}\n`
}

/** Figures of a busy machine are too high, and ratios uncertain: whoever reads them should know. */
const busyWords = ({ load, cores }: Machine): string[] =>
  load[0] > cores / 2
    ? ['The machine was busy with other work when this began: repeat it when it has rest.']
    : []

const cellsOf = (line: Line): string[] => [
  line.name,
  amount(line.value, line.unit),
  line.spread ? line.spread.value.map(number).join(' to ') : '',
  amount(line.baseline, line.unit),
  line.ratio === null ? '' : ratio(line.ratio),
  line.must,
  line.met === null ? 'absent' : line.met ? 'met' : 'NOT MET',
]

const amount = (value: number | null, unit: Line['unit']): string =>
  value === null ? '' : `${number(value)} ${unit ?? ''}`

/** Three figures are what such a measurement can tell. */
const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toPrecision(3)

/** "3.1 times", or "1/57" where ours is the smaller. */
const ratio = (value: number): string =>
  value >= 1 ? `${value.toFixed(2)} times` : `1/${(1 / value).toFixed(1)}`
