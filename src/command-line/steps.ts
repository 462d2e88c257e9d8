import type { Clock } from '../platform/clock/clock.ts'
import type { Terminal } from './terminal.ts'

/** What a step says: while it runs, when a person has to wait for it, and when it is done. */
export interface Naming<T> {
  doing: string
  done: string | ((result: T) => string)
}

/** Tells how much of a step is done, from 0 to 1. */
export type Progress = (fraction: number) => void

/** Runs a step and prints one line with its time: "Database started in 0.9 s". */
export type Steps = <T>(naming: Naming<T>, work: (progress: Progress) => Promise<T>) => Promise<T>

/** A step that takes longer shows a bar to a person at a terminal. */
const patience = 2_000

export function openSteps(terminal: Terminal, clock: Clock): Steps {
  return async (naming, work) => {
    const from = clock.elapsed()
    const bar = openBar(terminal, naming.doing, () => clock.elapsed() - from)
    try {
      const result = await work(bar.progress)
      bar.clear()
      const done = typeof naming.done === 'string' ? naming.done : naming.done(result)
      terminal.line(`${done} in ${seconds(clock.elapsed() - from)} s`)
      return result
    } catch (error) {
      bar.clear()
      throw error
    }
  }
}

function openBar(terminal: Terminal, doing: string, elapsed: () => number) {
  if (!terminal.interactive) return { progress: () => undefined, clear: () => undefined }
  const state = { fraction: 0, drawn: false }
  const timer = setInterval(() => {
    if (elapsed() < patience) return
    state.drawn = true
    terminal.draw(`\r\u001b[K${barOf(state.fraction)} ${doing}, ${seconds(elapsed())} s`)
  }, 100)
  return {
    progress: (fraction: number) => {
      state.fraction = Math.min(1, Math.max(0, fraction))
    },
    clear: () => {
      clearInterval(timer)
      if (state.drawn) terminal.draw('\r\u001b[K')
    },
  }
}

const width = 24

const barOf = (fraction: number): string => {
  const full = Math.round(fraction * width)
  return `[${'='.repeat(full)}${' '.repeat(width - full)}]`
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)
