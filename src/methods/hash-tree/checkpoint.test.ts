import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Checkpoint } from './checkpoint.ts'
import { checkpointText, openCheckpoint, readCheckpointText, signCheckpoint } from './checkpoint.ts'
import { parseNote, signNote } from './note.ts'
import type { Signer } from './signer.ts'
import { signerOf } from './signer.ts'
import { madeUp, inclusionAt } from './testing/sample-log.ts'
import { toHex } from './testing/reference.ts'
import { verifyEntry } from './verify-entry.ts'

const signer = (seed: number): Signer => {
  const made = signerOf('example.org/audit/ardenshire', Buffer.alloc(32, seed))
  if (made.is === 'refused') throw new Error(made.reason)
  return made
}
const ours = signer(1)
const origin = 'example.org/audit/ardenshire'

const noteOf = (checkpoint: Checkpoint, by = ours): string => {
  const made = signCheckpoint(checkpoint, [by])
  if (made.is === 'refused') throw new Error(made.reason)
  return made.note
}

// The example of https://c2sp.org/tlog-checkpoint.
const published =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const publishedLine =
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'

test("the specification's example reads, and is written again as it was", () => {
  const note = parseNote(`${published}\n${publishedLine}`)
  expect(note).toMatchObject({ is: 'parsed', text: published, signatures: [{ id: '033de0ae' }] })
  const read = readCheckpointText(published)
  if (read.is === 'refused') throw new Error(read.reason)
  expect(read.checkpoint).toMatchObject({
    origin: 'example.com/behind-the-sofa',
    size: 20_852_163,
    extensions: [],
  })
  expect(toHex(read.checkpoint.root).slice(0, 8)).toBe('0ac5186a')
  expect(checkpointText(read.checkpoint)).toBe(published)
})

test('a checkpoint of any log, size and root survives signing and opening', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter(each => !/\p{Cc}/u.test(each))
  fc.assert(
    fc.property(
      line,
      fc.maxSafeNat(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(line, { maxLength: 3 }),
      (origin, size, root, extensions) => {
        const opened = openCheckpoint(noteOf({ origin, size, root, extensions }), [ours.key])
        if (opened.is === 'refused') throw new Error(opened.reason)
        expect({ ...opened.checkpoint, root: toHex(opened.checkpoint.root) }).toEqual({
          origin,
          size,
          root: toHex(root),
          extensions,
        })
      },
    ),
  )
})

const [sound, root] = [published, 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=']

test.each([
  ['leading zeros in the size', sound.replace('20852163', '020852163')],
  ['zeros for nothing', sound.replace('20852163', '00')],
  ['a sign before the size', sound.replace('20852163', '+20852163')],
  ['a size below nothing', sound.replace('20852163', '-0')],
  ['a size that is not whole', sound.replace('20852163', '1.5')],
  ['a size in another notation', sound.replace('20852163', '1e3')],
  ['a size in hex', sound.replace('20852163', '0x10')],
  ['a size of 2^53', sound.replace('20852163', '9007199254740992')],
  ['a size as long as a line', sound.replace('20852163', '9'.repeat(400))],
  ['a space before the size', sound.replace('20852163', ' 20852163')],
  ['no size', sound.replace('20852163', '')],
  ['no newline at the end', sound.slice(0, -1)],
  ['no root', sound.replace(`${root}\n`, '')],
  ['Windows line ends', sound.replaceAll('\n', '\r\n')],
  ['a NUL', sound.replace('sofa', 'so\0fa')],
  ['base 64 without its padding', sound.replace('=', '')],
  ['base 64 with stray bits', sound.replace('q2I=', 'q2J=')],
  ['base 64 of the web kind', sound.replace('/Xaj', '_Xaj')],
  ['base 64 with a space', sound.replace('/Xaj', '/X aj')],
  ['a root of 31 bytes', sound.replace(root, Buffer.alloc(31).toString('base64'))],
  ['a root of 33 bytes', sound.replace(root, Buffer.alloc(33).toString('base64'))],
  ['an empty line for its name', sound.replace('example.com/behind-the-sofa', '')],
  ['an empty line at the end', `${sound}\n`],
  ['an empty line before another', `${sound}\nmore\n`],
  ['nothing in it', ''],
])('a checkpoint with %s is refused', (_, text) => {
  expect(readCheckpointText(text)).toMatchObject({ is: 'refused' })
  const signed = signNote(text, [ours])
  if (signed.is === 'note') {
    expect(openCheckpoint(signed.note, [ours.key])).toMatchObject({ why: 'malformed' })
  }
})

test('a checkpoint whose text would read as another one is not signed', () => {
  const checkpoint = { origin, size: 1, root: madeUp(1), extensions: [] }
  const wrong: Checkpoint[] = [
    { ...checkpoint, origin: `${origin}\n9\n${root}` },
    { ...checkpoint, origin: '' },
    { ...checkpoint, size: 1.5 },
    { ...checkpoint, size: 2 ** 70 },
    { ...checkpoint, root: Buffer.alloc(31) },
    { ...checkpoint, extensions: ['one\ntwo'] },
    { ...checkpoint, extensions: [''] },
  ]
  for (const each of wrong) expect(signCheckpoint(each, [ours])).toMatchObject({ is: 'refused' })
  expect(signCheckpoint(checkpoint, [])).toMatchObject({ is: 'refused' })
})

test('an entry is found in the signed log, and not once any part of the claim has changed', () => {
  const { index, size, proof, root } = inclusionAt(0, 6)
  const checkpoint = { origin, size, root, extensions: [] }
  const claim = { content: Buffer.from('entry 0'), index, proof, note: noteOf(checkpoint) }
  const log = { origin, keys: [ours.key] }
  expect(verifyEntry(claim, log)).toEqual({ is: 'verified' })
  const forged = [
    { ...claim, content: Buffer.from('entry 1') },
    { ...claim, index: 1 },
    { ...claim, proof: proof.toReversed() },
    { ...claim, proof: [] },
    // A root alone would let this size pass: the signature does not.
    { ...claim, note: claim.note.replace('\n6\n', '\n7\n') },
    { ...claim, note: noteOf(checkpoint, signer(2)) },
    { ...claim, note: noteOf({ ...checkpoint, origin: 'example.org/audit/other' }) },
    { ...claim, note: 'nothing' },
  ]
  for (const each of forged) expect(verifyEntry(each, log)).toMatchObject({ is: 'refused' })
})
