import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAdmission } from './admission.ts'

/** A clock that a test moves. */
const movable = () => {
  const state = { at: 0 }
  return {
    elapsed: () => state.at,
    wait: (milliseconds: number) => void (state.at += milliseconds),
  }
}

const someone = () => ({})

test('after some rest many may come in one moment', () => {
  const admission = openAdmission({ atOnce: 5, underLoad: 2 }, movable())
  const let5 = Array.from({ length: 5 }, someone).map(who => admission.enter(who))
  expect(let5).toEqual([true, true, true, true, true])
  expect(admission.enter(someone())).toBe(false)
})

test('a place that was given back is free, and giving it back twice frees no other', () => {
  const admission = openAdmission({ atOnce: 2, underLoad: 1 }, movable())
  const [first, second] = [someone(), someone()]
  admission.enter(first)
  admission.enter(second)
  admission.leave(first)
  admission.leave(first)
  admission.leave(someone())
  expect(admission.enter(someone())).toBe(true)
  expect(admission.enter(someone())).toBe(false)
})

test('while there is no rest only a few are let in, and after a rest many again', () => {
  const clock = movable()
  const admission = openAdmission({ atOnce: 16, underLoad: 3 }, clock)
  const working = someone()
  admission.enter(working)
  clock.wait(400)
  const crowd = Array.from({ length: 20 }, someone)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(15)
  for (const who of crowd) admission.leave(who)
  clock.wait(400)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(2)
  for (const who of [working, ...crowd]) admission.leave(who)
  clock.wait(100)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(16)
})

test('who finds no place is the first of a crowd: few are let in until there has been a rest', () => {
  const clock = movable()
  const admission = openAdmission({ atOnce: 16, underLoad: 3 }, clock)
  const crowd = Array.from({ length: 17 }, someone)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(16)
  for (const who of crowd) admission.leave(who)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(3)
  for (const who of crowd) admission.leave(who)
  clock.wait(100)
  expect(crowd.filter(who => admission.enter(who))).toHaveLength(16)
})

test('one visitor after another, with pauses like those of people, is no load', () => {
  const clock = movable()
  const admission = openAdmission({ atOnce: 16, underLoad: 1 }, clock)
  for (let visit = 0; visit < 2_000; visit += 1) {
    const [one, other] = [someone(), someone()]
    expect(admission.enter(one) && admission.enter(other)).toBe(true)
    clock.wait(6)
    admission.leave(one)
    admission.leave(other)
    clock.wait(4)
  }
})

test('ten times as many as can be served leave only a few at work, for as long as it lasts', () => {
  const clock = movable()
  const admission = openAdmission({ atOnce: 16, underLoad: 3 }, clock)
  const inside: object[] = []
  const depths: number[] = []
  for (let step = 0; step < 30_000; step += 1) {
    const who = someone()
    if (admission.enter(who)) inside.push(who)
    clock.wait(0.3)
    const first = inside[0]
    if (step % 10 === 9 && first !== undefined) {
      admission.leave(first)
      inside.shift()
    }
    if (clock.elapsed() > 1_000) depths.push(inside.length)
  }
  expect(Math.max(...depths)).toBe(3)
})

test('whatever comes and goes, no more are inside than there are places', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.record({ who: fc.nat(30), enters: fc.boolean(), wait: fc.nat(500) })),
      (atOnce, acts) => {
        const clock = movable()
        const admission = openAdmission({ atOnce, underLoad: 1 }, clock)
        const people = Array.from({ length: 31 }, someone)
        for (const { who, enters, wait } of acts) {
          clock.wait(wait)
          if (enters) admission.enter(people[who] ?? {})
          else admission.leave(people[who] ?? {})
          expect(admission.held()).toBeLessThanOrEqual(atOnce)
        }
        for (const one of people) admission.leave(one)
        expect(admission.held()).toBe(0)
        expect(admission.enter(someone())).toBe(true)
      },
    ),
  )
})
