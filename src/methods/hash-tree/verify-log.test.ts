import { expect, test } from 'vitest'
import { rangeOf } from './compact-range.ts'
import { beginLog, readEntry } from './log-check.ts'
import type { KeptLog } from './testing/audit-log.ts'
import {
  checkpointsOf,
  contentOf,
  entriesOf,
  entryOf,
  noteOver,
  origin,
  ours,
  stranger,
} from './testing/audit-log.ts'
import { plainRoot } from './testing/reference.ts'
import { numbered, renumbered, sound, verify, withEntries, wordsOf } from './testing/verified.ts'

test('a log that nobody touched is whole, and says how far the copies outside reach', () => {
  expect(verify(sound)).toEqual({
    is: 'whole',
    size: 200,
    root: plainRoot(sound.entries.map(({ leaf }) => leaf)),
    outsideTo: 200,
  })
  expect(verify({ ...sound, outside: [] })).toMatchObject({ is: 'whole', outsideTo: 0 })
})

test('a log without entries is whole', () => {
  expect(verify({ entries: [], checkpoints: [], outside: [] })).toMatchObject({ size: 0 })
  const checkpoints = numbered([noteOver([], 0)])
  expect(verify({ entries: [], checkpoints, outside: [] })).toMatchObject({ is: 'whole' })
})

test('contents may come as bytes or as the values that they stand for', () => {
  const values = withEntries(all => all.map((entry, n) => ({ ...entry, content: contentOf(n) })))
  expect(verify(values)).toEqual(verify(sound))
})

test.each<[string, KeptLog, string[]]>([
  [
    'an entry of another form',
    withEntries(all => all.with(3, { ...all[3]!, content: { at: 0.5 } })),
    ['Entry 3 cannot be read. A number must be whole, and not beyond 2^53 - 1.'],
  ],
  [
    'a stored hash of another length',
    withEntries(all => all.with(3, { ...all[3]!, leaf: Buffer.alloc(31) })),
    ['Entry 3 cannot be read. Its stored hash is not 32 bytes.'],
  ],
  [
    'an entry without a place',
    withEntries(all => all.toSpliced(4, 0, { ...all[3]!, index: NaN })),
    ['An entry that follows entry 3 has no number for its place.'],
  ],
  [
    'an entry that is there twice',
    withEntries(all => all.toSpliced(4, 0, all[3]!)),
    ['Entry 3 comes a second time, or too late.'],
  ],
  [
    'entries in another order',
    withEntries(all => all.with(3, all[4]!).with(4, all[3]!)),
    ['Entry 3 is missing.', 'Entry 3 comes a second time, or too late.'],
  ],
  [
    'an entry put in and the later ones renumbered',
    withEntries(all => renumbered(all.toSpliced(43, 0, entryOf(43, contentOf(999))))),
    [
      'Entries 40 to 49 are not what was signed: edited together with the stored hash, replaced, or put in another place.',
      'Entry 200 is covered by no checkpoint.',
    ],
  ],
  [
    'entries that nobody signed for',
    withEntries(all => [...all, entryOf(200, contentOf(200)), entryOf(201, contentOf(201))]),
    ['Entries 200 to 201 are covered by no checkpoint.'],
  ],
  [
    'a deleted checkpoint',
    { ...sound, checkpoints: sound.checkpoints.toSpliced(7, 2) },
    ['Checkpoints 7 to 8 are missing.'],
  ],
  [
    'two checkpoints of one number',
    {
      ...sound,
      checkpoints: sound.checkpoints.toSpliced(8, 0, {
        number: 7,
        note: noteOver(sound.entries, 85),
      }),
    },
    [
      'Checkpoint 7 is not over more entries than the one before it, or its number comes a second time.',
    ],
  ],
  [
    'two checkpoints in the place of each other',
    {
      ...sound,
      checkpoints: numbered(
        sound.checkpoints
          .map(({ note }) => note)
          .with(7, sound.checkpoints[8]!.note)
          .with(8, sound.checkpoints[7]!.note),
      ),
    },
    [
      'Checkpoint 8 is not over more entries than the one before it, or its number comes a second time.',
    ],
  ],
  [
    'a checkpoint by an unknown key',
    {
      ...sound,
      checkpoints: sound.checkpoints.with(7, {
        number: 7,
        note: noteOver(sound.entries, 80, stranger),
      }),
    },
    ['Checkpoint 7 is signed by an unknown key. None of the signatures is by a known key.'],
  ],
  [
    'a checkpoint changed after it was signed',
    {
      ...sound,
      checkpoints: sound.checkpoints.with(7, {
        number: 7,
        note: sound.checkpoints[7]!.note.replace('\n80\n', '\n81\n'),
      }),
    },
    [
      `Checkpoint 7 was changed after it was signed. The signature by ${origin} is not over this text.`,
    ],
  ],
  [
    'a false checkpoint signed with the key',
    {
      ...sound,
      checkpoints: sound.checkpoints.with(7, {
        number: 7,
        note: noteOver(entriesOf(Array.from({ length: 80 }, (_, n) => n)), 80),
      }),
    },
    ['Checkpoint 7, over 80 entries, is not of this log, although a later signed one is.'],
  ],
  [
    'a copy outside that cannot be read',
    { ...sound, outside: [...sound.outside, 'torn'] },
    ['Outside copy 5 cannot be read. The text must end in a newline.'],
  ],
])('a log with %s says so', (_, log, words) => {
  expect(wordsOf(verify(log))).toEqual(words)
})

test("another log's checkpoint is not taken for ours, though the key is the same", () => {
  const verdict = verify(sound, { origin: 'turnstone.example/audit/elsewhere' })
  expect(wordsOf(verdict)[0]).toBe(`Checkpoint 0 is of another log. It names ${origin}.`)
})

test('a log may be verified from a trusted state on, and up to a place', () => {
  const leaves = sound.entries.map(({ leaf }) => leaf)
  const start = rangeOf(0, leaves.slice(0, 95))
  const from = (log: KeptLog, until?: number) =>
    verify(
      { ...log, entries: log.entries.slice(95, until) },
      { start, ...(until === undefined ? {} : { until }) },
    )
  expect(from(sound)).toMatchObject({ is: 'whole', size: 200 })
  expect(from(sound, 155)).toMatchObject({ is: 'whole', size: 155, outsideTo: 150 })
  const edited = withEntries(all => all.with(143, entryOf(143, contentOf(143, 'u8'))))
  expect(wordsOf(from(edited, 160))).toEqual([
    expect.stringContaining('Entries 140 to 149 are not') as string,
  ])
  const wrong = rangeOf(0, leaves.slice(1, 96))
  expect(verify({ ...sound, entries: sound.entries.slice(95) }, { start: wrong })).toMatchObject({
    is: 'broken',
  })
  const short = { ...sound, entries: sound.entries.slice(0, 150) }
  expect(wordsOf(verify(short, { until: 155 }))).toEqual([
    expect.stringContaining('The log ends after 150 entries') as string,
  ])
})

test('a check that starts from a trusted state says nothing of the entries before it', () => {
  const start = rangeOf(
    0,
    sound.entries.slice(0, 95).map(({ leaf }) => leaf),
  )
  const later = Array.from({ length: 105 }, (_, n) => entryOf(95 + n, contentOf(95 + n, 'u8')))
  const entries = [...sound.entries.slice(0, 95), ...later]
  const rebuilt = {
    entries: later,
    checkpoints: checkpointsOf(entries, 10),
    outside: sound.outside,
  }
  const verdict = verify(rebuilt, { start })
  expect(verdict).toMatchObject({ signedTo: 95 })
  expect(wordsOf(verdict)).toEqual([
    'The log agrees with the copies outside up to 95 entries, and not at 100: an old copy of the database was put back and carried on, or entries were written anew, by someone who holds the signing key.',
  ])
  expect(wordsOf(verify({ ...rebuilt, checkpoints: [], outside: [] }, { start }))).toEqual([
    'Entries 95 to 199 are covered by no checkpoint.',
  ])
})

test.each([
  ['edited', 'nothing'],
  ['unreadable', 0.5],
])('a log of 2,500 %s entries gives 1,000 findings and counts the rest', (is, content) => {
  const entries = entriesOf(Array.from({ length: 2500 }, (_, n) => n))
  const spoilt = entries.map(entry => ({ ...entry, content }))
  const checkpoints = numbered([noteOver(entries, 2500)])
  const verdict = verify({ entries: spoilt, checkpoints, outside: [] })
  expect(verdict).toMatchObject({ is: 'broken', more: 1500 })
  expect(verdict.is === 'broken' && verdict.findings.map(each => each.is)).toEqual(
    new Array(1000).fill(is),
  )
})

test('what a check holds grows neither with the log nor with what is wrong with it', () => {
  const entries = entriesOf(Array.from({ length: 2500 }, (_, n) => n))
  const begun = beginLog({ origin, keys: [ours.key], checkpoints: [], outside: [] })
  const sound = entries.reduce(readEntry, begun)
  expect(sound.stored.nodes.length).toBeLessThanOrEqual(12)
  expect(sound.run.leaves).toBeNull()
  const spoilt = entries.map(entry => ({ ...entry, content: 'nothing' })).reduce(readEntry, begun)
  expect(spoilt.edits).toHaveLength(1000)
})
