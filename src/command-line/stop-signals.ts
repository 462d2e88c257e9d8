import type { Clock } from '../platform/clock/clock.ts'

/** Ctrl-C, SIGTERM and a closed terminal, as questions that the program can ask. */
export interface StopSignals {
  /** Settles at the first signal. */
  asked: Promise<void>
  /** Settles at a second signal: whoever sent it does not want to wait. */
  hurried: Promise<void>
  wasAsked(): boolean
  release(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** One Ctrl-C may come twice within moments: from the terminal, and passed on by npm. */
const sameMoment = 500

export function stopSignals(clock: Clock): StopSignals {
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<void>()
  const state: { at: number | null } = { at: null }
  const heard = () => {
    state.at ??= clock.elapsed()
    first.resolve()
    if (clock.elapsed() - state.at > sameMoment) second.resolve()
  }
  for (const signal of signals) process.on(signal, heard)
  return {
    asked: first.promise,
    hurried: second.promise,
    wasAsked: () => state.at !== null,
    release: () => {
      for (const signal of signals) process.off(signal, heard)
    },
  }
}
