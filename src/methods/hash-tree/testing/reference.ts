/**
 * What tests of the tree are measured against: Certificate Transparency's reference leaves, roots and proofs,
 * and the definitions of RFC 6962 and RFC 9162 written out a second time, as plainly as they stand there.
 * Source of the vectors: https://github.com/transparency-dev/merkle, proof/verify_test.go
 */
import { createHash } from 'node:crypto'
import type { Hash } from '../hash.ts'
import { leafHash } from '../hash.ts'

export const ofHex = (hex: string): Hash => Buffer.from(hex, 'hex')
export const toHex = (bytes: Hash): string => Buffer.from(bytes).toString('hex')

export const referenceData = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
export const referenceLeaves = referenceData.map(hex => leafHash(ofHex(hex)))

/** Of the first 0, 1, … 8 leaves. */
export const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** Leaf (from 0), size, proof. */
export const referenceInclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

/** Earlier size, later size, proof. */
export const referenceConsistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
  [
    6,
    7,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
]

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const node = (left: Hash, right: Hash) => sha256(Buffer.of(1), left, right)
const split = (size: number) => 2 ** Math.floor(Math.log2(size - 1))

/** MTH: RFC 6962, section 2.1. */
export const plainRoot = (leaves: readonly Hash[]): Hash => {
  if (leaves.length < 2) return leaves[0] ?? sha256()
  const k = split(leaves.length)
  return node(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)))
}

/** PATH: RFC 6962, section 2.1.1. */
export const plainPath = (m: number, leaves: readonly Hash[]): Hash[] => {
  if (leaves.length < 2) return []
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m < k
    ? [...plainPath(m, left), plainRoot(right)]
    : [...plainPath(m - k, right), plainRoot(left)]
}

/** SUBPROOF: RFC 6962, section 2.1.2. */
export const plainSubproof = (m: number, leaves: readonly Hash[], isKnown = true): Hash[] => {
  if (m === leaves.length) return isKnown ? [] : [plainRoot(leaves)]
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return m <= k
    ? [...plainSubproof(m, left, isKnown), plainRoot(right)]
    : [...plainSubproof(m - k, right, false), plainRoot(left)]
}

/** Where the walk up stands: our subtree, and the last one of its level. */
interface Walk {
  readonly fn: number
  readonly sn: number
}

const up = ({ fn, sn }: Walk): Walk => ({ fn: fn >> 1, sn: sn >> 1 })

/** One step of both algorithms of RFC 9162: on which side the next hash belongs, and where that leads. */
const step = (walk: Walk): { isLeft: boolean; next: Walk } => {
  const isLeft = walk.fn % 2 === 1 || walk.fn === walk.sn
  let next = walk
  while (isLeft && next.fn % 2 === 0 && next.fn !== 0) next = up(next)
  return { isLeft, next: up(next) }
}

/** The root that an inclusion proof leads to: RFC 9162, section 2.1.3.2, for sizes below 2^31. */
export const rfcInclusion = (
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
): Hash | null => {
  if (index >= size) return null
  let walk: Walk = { fn: index, sn: size - 1 }
  let r = leaf
  for (const p of proof) {
    if (walk.sn === 0) return null
    const { isLeft, next } = step(walk)
    r = isLeft ? node(p, r) : node(r, p)
    walk = next
  }
  return walk.sn === 0 ? r : null
}

/** Both roots that a consistency proof leads to: RFC 9162, section 2.1.4.2, for 0 < first < second < 2^31. */
export const rfcConsistency = (
  first: number,
  second: number,
  firstRoot: Hash,
  proof: readonly Hash[],
): [Hash, Hash] | null => {
  const [start, ...path] = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof
  if (start === undefined) return null
  let walk: Walk = { fn: first - 1, sn: second - 1 }
  while (walk.fn % 2 === 1) walk = up(walk)
  let [fr, sr] = [start, start]
  for (const c of path) {
    if (walk.sn === 0) return null
    const { isLeft, next } = step(walk)
    ;[fr, sr] = isLeft ? [node(c, fr), node(c, sr)] : [fr, node(sr, c)]
    walk = next
  }
  return walk.sn === 0 ? [fr, sr] : null
}
