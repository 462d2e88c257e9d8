import { expect, test } from 'vitest'
import { consistencyProof, verifyConsistency } from './consistency.ts'
import { inclusionProof, verifyInclusion } from './inclusion.ts'
import { subtreesOf } from './subtrees.ts'
import { checkpointsOf, contentOf, entriesOf, entryOf, stranger } from './testing/audit-log.ts'
import { plainRoot } from './testing/reference.ts'
import { madeUp } from './testing/sample-log.ts'
import { renumbered, sound, verify, withEntries, wordsOf } from './testing/verified.ts'

test('1. a field of an entry is edited', () => {
  const verdict = verify(withEntries(all => all.with(43, { ...all[43]!, content: contentOf(9) })))
  expect(wordsOf(verdict)).toEqual([
    'Entry 43 has been edited: its content is not what was recorded.',
  ])
  expect(verdict).toMatchObject({ is: 'broken', size: 200, signedTo: 200 })
})

test('1. a field is edited, and the stored hash is made to fit', () => {
  const verdict = verify(withEntries(all => all.with(43, entryOf(43, contentOf(43, 'u8')))))
  expect(wordsOf(verdict)).toEqual([
    'Entries 40 to 49 are not what was signed: edited together with the stored hash, replaced, or put in another place.',
  ])
  expect(verdict).toMatchObject({ signedTo: 40 })
})

test('1. the stored hash alone is changed', () => {
  const verdict = verify(withEntries(all => all.with(43, { ...all[43]!, leaf: madeUp(1) })))
  expect(wordsOf(verdict)).toEqual([
    'The stored hash of entry 43 has been changed; its content is what was recorded.',
  ])
})

test('2. a row is deleted', () => {
  const verdict = verify(withEntries(all => all.toSpliced(43, 1)))
  expect(wordsOf(verdict)).toEqual(['Entry 43 is missing.'])
  expect(verdict).toMatchObject({ signedTo: 40 })
})

test('3. a row is deleted and the later ones are renumbered', () => {
  const verdict = verify(withEntries(all => renumbered(all.toSpliced(43, 1))))
  expect(wordsOf(verdict)).toEqual([
    'The log is 1 entry shorter than was signed, and entries 40 to 49 are not what was signed: entries were taken out there and later ones renumbered.',
  ])
  expect(verdict).toMatchObject({ size: 199, signedTo: 40 })
})

test('4. two rows are swapped, as whole rows or in their contents, near or far', () => {
  const rows = verify(withEntries(all => renumbered(all.with(42, all[47]!).with(47, all[42]!))))
  expect(wordsOf(rows)).toEqual(["Entries 42 and 47 stand in each other's place."])
  const contents = verify(
    withEntries(all =>
      all
        .with(42, { ...all[42]!, content: all[147]!.content })
        .with(147, { ...all[147]!, content: all[42]!.content }),
    ),
  )
  expect(wordsOf(contents)).toEqual(["Entries 42 and 147 stand in each other's place."])
})

test('5. the tail is cut', () => {
  const verdict = verify(withEntries(all => all.slice(0, 190)))
  expect(wordsOf(verdict)).toEqual([
    'The log ends after 190 entries, but a checkpoint of its own is over 200: entries 190 to 199 are cut from its end.',
  ])
  expect(verdict).toMatchObject({ signedTo: 190 })
})

test('6. the tail is cut together with the checkpoints over it: only the copy outside tells', () => {
  const cut = { ...sound, entries: sound.entries.slice(0, 190) }
  const both = { ...cut, checkpoints: sound.checkpoints.slice(0, 19) }
  expect(wordsOf(verify(both))).toEqual([
    'The log ends after 190 entries, but a checkpoint that was copied outside is over 200: the end of the log was cut together with its checkpoints, or an old copy of the database was put in its place.',
  ])
  expect(verify({ ...both, outside: sound.outside.slice(0, 3) })).toMatchObject({ is: 'whole' })
})

test('7. all of it is rebuilt with the key: only the copy outside tells', () => {
  const entries = entriesOf(sound.entries.map((_, n) => contentOf(n, 'u8')))
  const rebuilt = { entries, checkpoints: checkpointsOf(entries, 10), outside: sound.outside }
  expect(wordsOf(verify(rebuilt))).toEqual([
    'The log is not the one whose checkpoint over 50 entries was copied outside: all of it was written anew, by someone who holds the signing key.',
  ])
  expect(verify(rebuilt)).toMatchObject({ signedTo: 0 })
  expect(verify({ ...rebuilt, outside: [] })).toMatchObject({ is: 'whole' })
})

test('7. all of it is rebuilt with another key', () => {
  const entries = entriesOf(sound.entries.map((_, n) => contentOf(n, 'u8')))
  const checkpoints = checkpointsOf(entries, 100, stranger)
  expect(wordsOf(verify({ entries, checkpoints, outside: sound.outside }))).toEqual([
    'Checkpoint 0 is signed by an unknown key. None of the signatures is by a known key.',
    'Checkpoint 1 is signed by an unknown key. None of the signatures is by a known key.',
    'Entries 0 to 199 are covered by no checkpoint.',
    'The log is not the one whose checkpoint over 50 entries was copied outside: all of it was written anew.',
  ])
})

test('8. an old backup is put back and carried on: only the copies outside tell', () => {
  const backup = sound.entries.slice(0, 120)
  const later = Array.from({ length: 90 }, (_, n) => entryOf(120 + n, contentOf(120 + n, 'u9')))
  const entries = [...backup, ...later]
  const restored = { entries, checkpoints: checkpointsOf(entries, 10), outside: sound.outside }
  expect(wordsOf(verify(restored))).toEqual([
    'The log agrees with the copies outside up to 100 entries, and not at 150: an old copy of the database was put back and carried on, or entries were written anew, by someone who holds the signing key.',
  ])
  expect(verify(restored)).toMatchObject({ size: 210, signedTo: 100 })
  expect(verify({ ...restored, outside: [] })).toMatchObject({ is: 'whole' })
})

test('9. the tail is cut and the rest signed again: only the copy outside tells', () => {
  const entries = sound.entries.slice(0, 187)
  const resigned = { entries, checkpoints: checkpointsOf(entries, 10), outside: sound.outside }
  expect(wordsOf(verify(resigned))).toEqual([
    'The log ends after 187 entries, but a checkpoint that was copied outside is over 200: the end of the log was cut together with its checkpoints, or an old copy of the database was put in its place.',
  ])
  expect(verify({ ...resigned, outside: [] })).toMatchObject({ is: 'whole' })
})

test('10. a proof is forged', () => {
  const leaves = sound.entries.map(({ leaf }) => leaf)
  const root = plainRoot(leaves)
  const made = inclusionProof(subtreesOf(leaves), { index: 43, size: 200 })
  const grown = consistencyProof(subtreesOf(leaves), { first: 190, second: 200 })
  if (made.is === 'refused' || grown.is === 'refused') throw new Error('no proof')
  const claim = { leaf: leaves[43]!, index: 43, size: 200, proof: made.proof, root }
  expect(verifyInclusion(claim)).toEqual({ is: 'verified' })
  const forged = entryOf(43, contentOf(43, 'u8')).leaf
  expect(verifyInclusion({ ...claim, leaf: forged })).toEqual({
    is: 'refused',
    reason: 'The proof does not lead to this root.',
  })
  const growth = { first: 190, second: 200, secondRoot: root, proof: grown.proof }
  expect(verifyConsistency({ ...growth, firstRoot: plainRoot(leaves.slice(1, 191)) })).toEqual({
    is: 'refused',
    reason: 'The proof does not lead to the earlier root.',
  })
})
