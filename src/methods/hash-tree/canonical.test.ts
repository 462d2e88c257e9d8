import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalBytes, readCanonical } from './canonical.ts'

const textOf = (value: unknown): string => {
  const made = canonicalBytes(value)
  if (made.is === 'refused') throw new Error(made.reason)
  return Buffer.from(made.bytes).toString()
}

// The last two and the French one: https://github.com/cyberphone/json-canonicalization, testdata.
test.each<[string, unknown, string]>([
  [
    'an entry',
    { verb: 'opened', by: 7, ids: ['c1', 'c2'] },
    '{"by":7,"ids":["c1","c2"],"verb":"opened"}',
  ],
  ['nothing', {}, '{}'],
  ['a list', [56, { d: true, '10': null, '1': [] }], '[56,{"1":[],"10":null,"d":true}]'],
  [
    'French words, in no French order',
    { peach: 1, péché: 2, pêche: 3, sin: 4 },
    '{"peach":1,"péché":2,"pêche":3,"sin":4}',
  ],
  [
    'nested structures',
    { '1': { f: { f: 'hi', F: 5 }, '\n': 56.0 }, '10': {}, '': 'empty', a: {}, '111': [{}], A: {} },
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
  ],
  [
    'weird keys',
    {
      '\u20ac': 'Euro Sign',
      '1': 'One',
      '\u0080': 'Control\u007f',
      '\ud83d\ude02': 'Smiley',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '</script>': 'Browser Challenge',
    },
    '{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude02":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  [
    'characters that JSON escapes',
    '\u20ac$\u000f\nA\'B"\\\\"/',
    '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
  ],
  ['the largest numbers', [2 ** 53 - 1, 1 - 2 ** 53, 0], '[9007199254740991,-9007199254740991,0]'],
])('%s has one form', (_, value, text) => {
  expect(textOf(value)).toBe(text)
  expect(readCanonical(Buffer.from(text))).toEqual({ is: 'canonical', value })
})

const nested = (levels: number): unknown => (levels === 0 ? {} : [nested(levels - 1)])
const loop: unknown[] = []
loop.push(loop)

test.each<[string, unknown]>([
  ['half a number', 0.5],
  ['a number beyond 2^53 - 1', 2 ** 53],
  ['minus nothing', -0],
  ['not a number', NaN],
  ['a number without end', Infinity],
  ['a large integer', 10n],
  ['undefined', undefined],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a first half of a character', 'a\ud800'],
  ['a last half of a character', '\udc00a'],
  ['half a character in a key', { '\ud800': 1 }],
  ['a field left undefined', { a: undefined }],
  ['a day', Temporal.PlainDate.from('2026-11-23')],
  ['a map', new Map([['a', 1]])],
  ['bytes', Buffer.from('ab')],
  ['a list with a hole', Object.assign([1, 2, 3], { length: 4 })],
  ['a list with a name', Object.assign([1], { name: 'x' })],
  ['a field that cannot be listed', Object.defineProperty({}, 'a', { value: 1 })],
  ['a field with a symbol for its name', { [Symbol('s')]: 1 }],
  ['33 levels', nested(32)],
  ['a list that holds itself', loop],
])('%s is refused, alone and deep inside', (_, value) => {
  expect(canonicalBytes(value)).toMatchObject({ is: 'refused' })
  expect(canonicalBytes({ a: [1, { b: value }] })).toMatchObject({ is: 'refused' })
})

test('31 levels within a list are not too many', () => {
  expect(canonicalBytes(nested(31)).is).toBe('canonical')
})

test.each([
  ['two keys of one name', '{"a":1,"a":2}'],
  ['two keys of one name, both alike', '{"a":1,"a":1}'],
  ['keys in another order', '{"b":1,"a":2}'],
  ['a space', '{"a": 1}'],
  ['a newline at the end', '{}\n'],
  ['a fraction of nothing', '{"a":1.0}'],
  ['an exponent', '{"a":1e0}'],
  ['minus nothing', '[-0]'],
  ['a number that a double cannot hold', '[9007199254740993]'],
  ['an escape that is not needed', '"\\u0061"'],
  ['an escaped slash', '"\\/"'],
  ['capital hex', '"\\u000F"'],
  ['half a character', '"\\ud800"'],
  ['a mark of byte order', '\ufeff{}'],
  ['nothing', ''],
  ['no JSON', '{a:1}'],
  ['more than 32 levels', '['.repeat(40) + ']'.repeat(40)],
])('bytes with %s are refused', (_, text) => {
  expect(readCanonical(Buffer.from(text))).toMatchObject({ is: 'refused' })
})

test('bytes that are no UTF-8 are refused', () => {
  expect(readCanonical(Buffer.from([0x22, 0xff, 0x22]))).toMatchObject({ is: 'refused' })
  expect(readCanonical(Buffer.from([0x22, 0xc0, 0xaf, 0x22]))).toMatchObject({ is: 'refused' })
})

const text = fc.string({ unit: 'grapheme', maxLength: 6 })
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger().map(n => n + 0),
    fc.constantFrom(true, false, null, '', 0, '__proto__'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

/** The same with keys put in backwards. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, turned(part)])
      .toReversed(),
  )
}

test('equal values give equal bytes, whatever the order of their keys, and read back', () => {
  fc.assert(
    fc.property(value, value => {
      const bytes = Buffer.from(textOf(value))
      expect(textOf(turned(value))).toBe(bytes.toString())
      const read = readCanonical(bytes)
      expect(read.is === 'canonical' && isDeepStrictEqual(read.value, value)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('different values give different bytes', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(textOf(one) === textOf(other)).toBe(isDeepStrictEqual(one, other))
    }),
    { numRuns: 1000 },
  )
})

test('no single byte of canonical bytes can change without being refused or another value', () => {
  fc.assert(
    fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, mask) => {
      const bytes = Buffer.from(textOf(value))
      const place = at % bytes.length
      bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place)
      const read = readCanonical(bytes)
      if (read.is === 'canonical') expect(isDeepStrictEqual(read.value, value)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
