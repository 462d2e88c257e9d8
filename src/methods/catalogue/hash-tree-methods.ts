/** Checks of a tamper-evident log, by name. */
import {
  checkpointAnswer,
  consistencyAnswer,
  encodings,
  inclusionAnswer,
  treeRoot,
} from '../hash-tree/answers.ts'
import type { Field } from './fields.ts'
import { count, oneOf, optional, texts } from './fields.ts'
import type { Method } from './method.ts'
import { method } from './method.ts'

const page = 'hash-tree'

const textOf = (shape: string): Field<string, true> => ({
  shape,
  needed: true,
  read: value => (typeof value === 'string' ? value : null),
})

const hash = textOf('hash as hex')

export const hashTreeMethods: readonly Method[] = [
  method({
    name: 'tree-root',
    question: 'Which root does the Merkle tree of these entries have?',
    page,
    shape: { entries: texts, encoding: optional(oneOf(encodings), '"text"') },
    run: treeRoot,
  }),
  method({
    name: 'verify-inclusion',
    question: 'Is this entry in the log of this root, at this place?',
    page,
    shape: { leaf: hash, index: count, size: count, proof: texts, root: hash },
    run: inclusionAnswer,
  }),
  method({
    name: 'verify-consistency',
    question: 'Does the later log begin with the earlier one, unchanged?',
    page,
    shape: { first: count, firstRoot: hash, second: count, secondRoot: hash, proof: texts },
    run: consistencyAnswer,
  }),
  method({
    name: 'verify-checkpoint',
    question: 'Is this checkpoint of a log signed by one of these keys?',
    page,
    shape: { note: textOf('text'), keys: texts, origin: optional(textOf('text'), 'any') },
    run: checkpointAnswer,
  }),
]
