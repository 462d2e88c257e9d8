/** The checks as calculations: texts in, an answer out that says yes, or no and why. */
import type { Calculated, Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'
import type { CheckpointOpened } from './checkpoint.ts'
import { openCheckpoint } from './checkpoint.ts'
import { rangeOf, rootOf } from './compact-range.ts'
import { verifyConsistency } from './consistency.ts'
import { base64Of, hexOf, readHex } from './encoding.ts'
import type { Hash } from './hash.ts'
import { leafHash } from './hash.ts'
import { verifyInclusion } from './inclusion.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'
import type { VerifierKey } from './verifier-key.ts'
import { readVerifierKey } from './verifier-key.ts'

export const encodings = ['text', 'hex'] as const

export interface RootAnswer {
  readonly size: number
  /** As hex. */
  readonly root: string
  /** As it stands in a checkpoint. */
  readonly rootBase64: string
}

/**
 * The root of the tree of these entries, each given as text (its UTF-8 bytes are hashed) or as hex.
 * @example treeRoot({ entries: ['', '00'], encoding: 'hex' }) // root fac54203…
 */
export const treeRoot = (input: {
  readonly entries: readonly string[]
  readonly encoding?: (typeof encodings)[number]
}): Result<RootAnswer, null> => {
  const { entries, encoding = 'text' } = input
  const bytes = entries.map(entry => (encoding === 'hex' ? readHex(entry) : Buffer.from(entry)))
  if (!bytes.every(each => each !== null)) {
    return notDefined('tree-root', 'Each entry must be pairs of hex digits in lower case.')
  }
  const root = rootOf(rangeOf(0, bytes.map(leafHash)))
  return calculated('tree-root', input, {
    options: { encoding },
    n: entries.length,
    estimate: { size: entries.length, root: hexOf(root), rootBase64: base64Of(root) },
    interval: null,
  })
}

export interface No {
  readonly verified: false
  /** A sentence that says what is wrong. */
  readonly reason: string
}

export type CheckAnswer = { readonly verified: true } | No

/**
 * Is this leaf at this place of the log with this root? Hashes as hex.
 * @example inclusionAnswer({ leaf, index: 0, size: 1, proof: [], root: leaf }) // verified: true
 */
export const inclusionAnswer = (input: {
  readonly leaf: string
  readonly index: number
  readonly size: number
  readonly proof: readonly string[]
  readonly root: string
}): Result<CheckAnswer, null> => {
  const { index, size } = input
  const [leaf, root] = [ofHex(input.leaf), ofHex(input.root)]
  const verdict = verifyInclusion({ leaf, index, size, proof: input.proof.map(ofHex), root })
  return verdict.is === 'refused'
    ? no('verify-inclusion', input, verdict)
    : yes('verify-inclusion', input, size)
}

/**
 * Is the log of `first` entries the start of the log of `second`? Hashes as hex.
 * @example consistencyAnswer({ first: 1, firstRoot, second: 1, secondRoot: firstRoot, proof: [] })
 */
export const consistencyAnswer = (input: {
  readonly first: number
  readonly firstRoot: string
  readonly second: number
  readonly secondRoot: string
  readonly proof: readonly string[]
}): Result<CheckAnswer, null> => {
  const { first, second } = input
  const [firstRoot, secondRoot] = [ofHex(input.firstRoot), ofHex(input.secondRoot)]
  const proof = input.proof.map(ofHex)
  const verdict = verifyConsistency({ first, firstRoot, second, secondRoot, proof })
  return verdict.is === 'refused'
    ? no('verify-consistency', input, verdict)
    : yes('verify-consistency', input, second)
}

export type CheckpointAnswer =
  | {
      readonly verified: true
      readonly origin: string
      readonly size: number
      /** As hex. */
      readonly root: string
      readonly signedBy: readonly string[]
    }
  | No

export interface CheckpointQuestion {
  readonly note: string
  /** Verifier keys: `<name>+<hex>+<base64>`. */
  readonly keys: readonly string[]
  readonly origin?: string
}

/**
 * Did one of these keys sign this note, and is it a checkpoint, and of this log?
 * @example checkpointAnswer({ note, keys: ['example.org/log+1b2c3d4e+AQ…'], origin: 'example.org/log' })
 */
export const checkpointAnswer = (input: CheckpointQuestion): Result<CheckpointAnswer, null> => {
  const opened = openAsked(input)
  if (opened.is === 'refused') return no('verify-checkpoint', input, opened)
  const { origin, size, root } = opened.checkpoint
  return calculated('verify-checkpoint', input, {
    options: {},
    n: size,
    estimate: { verified: true, origin, size, root: hexOf(root), signedBy: opened.signedBy },
    interval: null,
    cannotShow: 'It does not show that the signer vouches for no other log of the same name.',
  })
}

const openAsked = ({ note, keys, origin }: CheckpointQuestion): CheckpointOpened | Refused => {
  const read: VerifierKey[] = []
  for (const [at, text] of keys.entries()) {
    const key = readVerifierKey(text)
    if (key.is === 'refused') return refused(`Key ${String(at + 1)} cannot be read. ${key.reason}`)
    read.push(key)
  }
  const opened = openCheckpoint(note, read)
  return opened.is === 'opened' && origin !== undefined && opened.checkpoint.origin !== origin
    ? refused('The checkpoint is of another log.')
    : opened
}

/** What is no hash becomes bytes of another length, which every verifier refuses. */
const ofHex = (text: string): Hash => readHex(text) ?? Buffer.alloc(0)

const yes = (method: string, input: object, size: number): Calculated<CheckAnswer, null> =>
  calculated(method, input, {
    options: {},
    n: size,
    estimate: { verified: true },
    interval: null,
    cannotShow:
      'It does not show who vouches for a root: take each root and its size from a signed checkpoint.',
  })

const no = (method: string, input: object, { reason }: Refused): Calculated<No, null> =>
  calculated(method, input, {
    options: {},
    n: 0,
    estimate: { verified: false, reason },
    interval: null,
  })
