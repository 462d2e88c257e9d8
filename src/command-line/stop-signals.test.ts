import { expect, onTestFinished, test } from 'vitest'
import { stopSignals } from './stop-signals.ts'

function listening() {
  const time = { now: 0 }
  const clock = {
    elapsed: () => time.now,
    now: () => Temporal.Instant.fromEpochMilliseconds(0),
    today: () => Temporal.PlainDate.from('2026-11-23'),
  }
  const signals = stopSignals(clock)
  onTestFinished(() => signals.release())
  const settled = { asked: false, hurried: false }
  void signals.asked.then(() => (settled.asked = true))
  void signals.hurried.then(() => (settled.hurried = true))
  const send = async (signal: NodeJS.Signals, at: number) => {
    time.now = at
    process.emit(signal)
    await Promise.resolve()
    return { ...settled }
  }
  return { signals, send }
}

test('one signal asks to stop', async () => {
  const { signals, send } = listening()
  expect(signals.wasAsked()).toBe(false)
  expect(await send('SIGTERM', 10)).toEqual({ asked: true, hurried: false })
  expect(signals.wasAsked()).toBe(true)
})

test('the same Ctrl-C that npm passes on a moment later is not a second one', async () => {
  const { send } = listening()
  await send('SIGINT', 10)
  expect(await send('SIGINT', 300)).toEqual({ asked: true, hurried: false })
  expect(await send('SIGINT', 2_000)).toEqual({ asked: true, hurried: true })
})

test('once released, signals end the program again as they do any other', () => {
  const before = process.listenerCount('SIGINT')
  const { signals } = listening()
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  signals.release()
  expect(process.listenerCount('SIGINT')).toBe(before)
})
