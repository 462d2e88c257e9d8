/** A compact range as bytes and as JSON, to be kept beside a log and read back. */
import type { CompactRange } from './compact-range.ts'
import { isRange } from './compact-range.ts'
import { hexOf, readHex } from './encoding.ts'
import { hashLength } from './hash.ts'
import { isRecord } from '../is-record.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'

export interface RangeJson {
  readonly from: number
  readonly to: number
  readonly nodes: readonly string[]
}

export type RangeRead = { readonly is: 'range'; readonly range: CompactRange } | Refused

const headLength = 16

/** First and last leaf as eight bytes each (big-endian), then the hashes. */
export const rangeBytes = (range: CompactRange): Uint8Array => {
  const head = Buffer.alloc(headLength)
  head.writeBigUInt64BE(BigInt(range.from), 0)
  head.writeBigUInt64BE(BigInt(range.to), 8)
  return Buffer.concat([head, ...range.nodes])
}

/** Reads what `rangeBytes` wrote; anything else is refused. */
export const readRangeBytes = (bytes: Uint8Array): RangeRead => {
  if (bytes.length < headLength || bytes.length % hashLength !== headLength) {
    return refused('A range is 16 bytes and then 32 bytes a hash.')
  }
  const all = Buffer.from(bytes)
  const nodes: Uint8Array[] = []
  for (let at = headLength; at < all.length; at += hashLength) {
    nodes.push(all.subarray(at, at + hashLength))
  }
  // A size beyond 2^53 loses digits here, and is refused as no safe number just after.
  const [from, to] = [Number(all.readBigUInt64BE(0)), Number(all.readBigUInt64BE(8))]
  return sound({ from, to, nodes })
}

/** `{ from, to, nodes }` with the hashes as hex. */
export const rangeJson = (range: CompactRange): RangeJson => ({
  from: range.from,
  to: range.to,
  nodes: range.nodes.map(hexOf),
})

/** Reads what `rangeJson` made; anything else is refused. */
export const readRangeJson = (json: unknown): RangeRead => {
  if (!isRecord(json) || !Array.isArray(json['nodes'])) {
    return refused('A range is { from, to, nodes }.')
  }
  const { from, to } = json
  const nodes = (json['nodes'] as unknown[]).map(readHex).filter(node => node !== null)
  if (typeof from !== 'number' || typeof to !== 'number' || nodes.length !== json['nodes'].length) {
    return refused('A range is { from, to, nodes }: two numbers, and hashes as hex.')
  }
  return sound({ from, to, nodes })
}

const sound = (range: CompactRange): RangeRead =>
  isRange(range)
    ? { is: 'range', range }
    : refused('The number of hashes is not what a range of these leaves has.')
