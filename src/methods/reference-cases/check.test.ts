import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkCases } from './check.ts'

const shared = new URL('../../../../shared/data/stats/', import.meta.url)

const aCase = (expected: object, more: object = {}) => ({
  topic: 'intervals',
  tolerance: { absolute: 1e-8 },
  cases: [
    { id: 'five', kind: 'one_proportion', input: { x: 5, n: 9, level: 0.95 }, expected, ...more },
  ],
})

test('a case whose every key agrees passes', () => {
  const known = { beta11_posterior_mean: 6 / 11, wilson: [0.266651293, 0.811221479] }
  expect(checkCases(aCase(known))).toEqual({ lines: [], passed: 1, failed: 0, skipped: 0 })
})

test('a case that differs is one line with its id, the key and both numbers', () => {
  expect(checkCases(aCase({ beta11_posterior_mean: 0.5, wilson: [0.266651293, 0.9] }))).toEqual({
    lines: [
      'five: beta11_posterior_mean expected 0.5, got 0.5454545454545454; wilson[1] expected 0.9, got 0.8112214789023354',
    ],
    passed: 0,
    failed: 1,
    skipped: 0,
  })
})

test('a key that no method answers fails its case', () => {
  expect(checkCases(aCase({ wald: [0, 1] })).lines).toEqual([
    'five: wald is not answered by any method',
  ])
})

test('a case may widen the tolerance of its file', () => {
  const near = { beta11_posterior_mean: 0.5454 }
  expect(checkCases(aCase(near)).failed).toBe(1)
  expect(checkCases(aCase(near, { tolerance: 1e-4 })).passed).toBe(1)
  expect(checkCases(aCase(near, { tolerance: { relative: 2e-4 } })).passed).toBe(1)
})

test('a tolerance for chances drawn at random holds for those alone', () => {
  const input = { levels: ['a', 'b'], before: [3, 0], after: [2, 2] }
  const drawn = { kind: 'ordinal_compare', input, tolerance: { posterior: 0.01 } }
  const chance = { prob_mean_score_higher_after: 0.12 }
  expect(checkCases(aCase(chance, drawn)).passed).toBe(1)
  expect(checkCases(aCase(chance, { ...drawn, tolerance: 1e-8 })).failed).toBe(1)
  expect(checkCases(aCase({ observed_prob_superiority: 0.255 }, drawn)).failed).toBe(1)
  expect(checkCases(aCase({ observed_prob_superiority: 0.25 }, drawn)).passed).toBe(1)
})

test('a refused input does not pass for a missing number', () => {
  const refused = { input: { x: 5, n: 0 } }
  expect(checkCases(aCase({ beta11_posterior_mean: 0.5 }, refused)).failed).toBe(1)
})

test('kinds that no method answers yet are skipped by name', () => {
  const cases = [
    { kind: 'erlang_c', expected: {} },
    { kind: 'erlang_c', expected: {} },
  ]
  expect(checkCases({ topic: 'workload', cases })).toEqual({
    lines: ['skipped erlang_c: 2 cases, no method yet'],
    passed: 0,
    failed: 0,
    skipped: 2,
  })
  expect(checkCases({ topic: 'spc', cases: [{ expected: {} }] }).lines).toEqual([
    'skipped spc: 1 case, no method yet',
  ])
})

test.each([[null], [[]], ['text'], [{}], [{ cases: [] }], [{ cases: 'none' }]])(
  '%j is not a file of cases, which is a failure and not a throw',
  file => {
    expect(checkCases(file)).toMatchObject({ failed: 1, passed: 0, skipped: 0 })
  },
)

test('a case without expected values is a failure', () => {
  expect(checkCases({ cases: [1, {}] })).toMatchObject({ failed: 2 })
})

const files = existsSync(shared) ? readdirSync(shared).filter(name => name.endsWith('.json')) : []

describe.skipIf(files.length === 0)(
  'the shared reference cases (skipped where they are absent)',
  () => {
    const outcomeOf = (name: string) =>
      checkCases(JSON.parse(readFileSync(new URL(name, shared), 'utf8')) as unknown)

    test('every case about intervals passes at its tolerance', () => {
      expect(outcomeOf('intervals.json')).toEqual({ lines: [], passed: 16, failed: 0, skipped: 0 })
    })

    test('every case about funnels passes at its tolerance', () => {
      expect(outcomeOf('funnel.json')).toEqual({ lines: [], passed: 5, failed: 0, skipped: 0 })
    })

    test('no other file fails: what is not built yet is skipped', () => {
      const failed = files.map(outcomeOf).flatMap(({ failed, lines }) => (failed > 0 ? lines : []))
      expect(failed).toEqual([])
    })
  },
)
