/** The hashes that a Merkle tree is made of, as RFC 6962, section 2.1, defines them. */
import { hash } from 'node:crypto'

/** SHA-256: 32 bytes. */
export type Hash = Uint8Array

export const hashLength = 32

const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

/**
 * Hash of one entry: SHA-256(0x00 || data). The first byte keeps a leaf from being passed off as a node.
 * @example leafHash(new Uint8Array()) // 6e340b9cffb37a98…
 */
export const leafHash = (data: Uint8Array): Hash =>
  hash('sha256', Buffer.concat([leafMark, data]), 'buffer')

/**
 * Hash of two neighbours: SHA-256(0x01 || left || right).
 * @example nodeHash(leafHash(a), leafHash(b)) // root of a tree of a and b
 */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  hash('sha256', Buffer.concat([nodeMark, left, right]), 'buffer')

/**
 * Root of a tree without leaves: SHA-256 of nothing.
 * @example emptyRoot() // e3b0c44298fc1c14…
 */
export const emptyRoot = (): Hash => hash('sha256', '', 'buffer')

/** Is this 32 bytes? Asked of everything that came from outside, whatever its type says. */
export const isHash = (value: unknown): value is Hash =>
  value instanceof Uint8Array && value.length === hashLength

/** Roots and leaves are no secrets, so the comparison may stop early. */
export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0
