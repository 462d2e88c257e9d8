/** The result of a run: what the table shows and `bench/results/latest.json` keeps. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure, Outcome, Range } from './figure.ts'
import { machineInWords, type Machine } from './machine.ts'

export interface Taken {
  readonly figure: Figure
  /** An error where the figure broke. */
  readonly outcome: Outcome | Error
}

export interface Result {
  readonly machine: Machine
  readonly figures: readonly Line[]
}

export interface Line {
  readonly name: string
  readonly what: string
  /** Null where it could not be measured; `notes` says why. */
  readonly value: number | null
  readonly baseline: number | null
  readonly unit: 's' | 'ms' | '/s' | 'cases' | null
  readonly ratio: number | null
  readonly must: string
  /** Null where nothing could be measured here. */
  readonly met: boolean | null
  readonly spread?: { readonly value: Range; readonly baseline?: Range }
  readonly notes: readonly string[]
  readonly machine: string
}

export const resultOf = (taken: readonly Taken[], machine: Machine): Result => ({
  machine,
  figures: taken.map(({ figure, outcome }) => ({
    name: figure.name,
    what: figure.what,
    must: figure.must,
    machine: machineInWords(machine),
    ...partsOf(outcome),
  })),
})

const nothing = { value: null, baseline: null, unit: null, ratio: null }

function partsOf(outcome: Outcome | Error) {
  if (outcome instanceof Error) return { ...nothing, met: false, notes: [outcome.message] }
  if (outcome.is === 'absent') return { ...nothing, met: null, notes: [outcome.why] }
  const { is: _, ...measured } = outcome
  return measured
}

export async function writeResult(result: Result): Promise<void> {
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'latest.json'), `${JSON.stringify(result, null, 2)}\n`)
}
