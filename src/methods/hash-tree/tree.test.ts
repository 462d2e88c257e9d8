import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeBytes, rangeJson, readRangeBytes, readRangeJson } from './compact-range-bytes.ts'
import type { CompactRange } from './compact-range.ts'
import { emptyTree, joined, placesOf, rangeOf, rootOf, withLeaf } from './compact-range.ts'
import { emptyRoot, leafHash } from './hash.ts'
import { ofHex, plainRoot, referenceLeaves, referenceRoots, toHex } from './testing/reference.ts'

const leafNumber = (n: number) => leafHash(Buffer.from(String(n)))
const leaves = Array.from({ length: 130 }, (_, n) => leafNumber(n))

test.each(referenceRoots.map((root, size) => [size, root] as const))(
  'the first %d reference leaves of Certificate Transparency have the published root',
  (size, root) => {
    expect(toHex(rootOf(rangeOf(0, referenceLeaves.slice(0, size))))).toBe(root)
    expect(toHex(plainRoot(referenceLeaves.slice(0, size)))).toBe(root)
  },
)

test('the root of nothing is the hash of nothing, and that of one leaf is the leaf', () => {
  expect(toHex(emptyRoot())).toBe(referenceRoots[0])
  expect(toHex(rootOf(emptyTree))).toBe(referenceRoots[0])
  expect(rootOf(rangeOf(0, [leafNumber(1)]))).toEqual(leafNumber(1))
})

test('a leaf cannot be passed off as a node: the same bytes hash to something else', () => {
  const [a, b] = [leafNumber(1), leafNumber(2)]
  expect(leafHash(Buffer.concat([a, b]))).not.toEqual(rootOf(rangeOf(0, [a, b])))
})

test('added one by one, leaves give the root that they have all at once, at every size', () => {
  let state = emptyTree
  for (let size = 0; size < leaves.length; size++) {
    expect(rootOf(state)).toEqual(plainRoot(leaves.slice(0, size)))
    state = withLeaf(state, leafNumber(size))
  }
})

test('adding a leaf leaves the state before it as it was', () => {
  const before = rangeOf(0, leaves.slice(0, 7))
  const kept = rangeJson(before)
  withLeaf(before, leafNumber(7))
  expect(rangeJson(before)).toEqual(kept)
})

test('a million entries are held by at most 20 hashes', () => {
  expect(placesOf(0, 1_000_000)).toHaveLength(7)
  expect(placesOf(0, 2 ** 20 - 1)).toHaveLength(20)
  expect(placesOf(0, 2 ** 53 - 1)).toHaveLength(53)
})

test('neighbouring runs joined are the run of both, wherever they are cut', () => {
  const cut = fc.nat(leaves.length)
  fc.assert(
    fc.property(cut, cut, cut, (...cuts) => {
      const [from = 0, middle = 0, to = 0] = cuts.toSorted((a, b) => a - b)
      const left = rangeOf(from, leaves.slice(from, middle))
      const right = rangeOf(middle, leaves.slice(middle, to))
      expect(joined(left, right)).toEqual(rangeOf(from, leaves.slice(from, to)))
      if (middle < to) expect(joined(left, { ...right, from: middle + 1 })).toBeNull()
    }),
  )
})

test('a run has one hash for each largest whole subtree in it', () => {
  expect(placesOf(3, 6)).toEqual([
    { level: 0, index: 3 },
    { level: 1, index: 2 },
  ])
  expect(rangeOf(3, leaves.slice(3, 6)).nodes).toEqual([
    leafNumber(3),
    plainRoot([leafNumber(4), leafNumber(5)]),
  ])
})

test('a state survives as bytes and as JSON', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (from, count) => {
      const range: CompactRange = rangeOf(from, leaves.slice(from, from + count))
      expect(readRangeBytes(rangeBytes(range))).toEqual({ is: 'range', range })
      const json: unknown = JSON.parse(JSON.stringify(rangeJson(range)))
      expect(readRangeJson(json)).toEqual({ is: 'range', range })
    }),
  )
})

test('a state of another form is refused, never thrown', () => {
  const bytes = rangeBytes(rangeOf(0, leaves.slice(0, 5)))
  const json = rangeJson(rangeOf(0, leaves.slice(0, 5)))
  const wrongSize = Buffer.from(bytes)
  wrongSize[15] = 7
  const wrongBytes = [
    Buffer.alloc(0),
    bytes.subarray(1),
    bytes.subarray(0, -32),
    wrongSize,
    Buffer.alloc(16, 0xff),
  ]
  for (const each of wrongBytes) expect(readRangeBytes(each)).toMatchObject({ is: 'refused' })
  const wrongJson: unknown[] = [
    null,
    [],
    { ...json, to: 7 },
    { ...json, to: '5' },
    { ...json, from: 2 ** 53 },
    { ...json, nodes: ['AB'.repeat(32), 'cd'.repeat(32)] },
    { ...json, nodes: ['ab', 'cd'] },
    { ...json, nodes: 'ab' },
  ]
  for (const each of wrongJson) expect(readRangeJson(each)).toMatchObject({ is: 'refused' })
  expect(readRangeJson({ from: 0, to: 1, nodes: [toHex(ofHex('ab'.repeat(32)))] }).is).toBe('range')
})
