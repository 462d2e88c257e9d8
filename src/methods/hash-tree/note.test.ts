import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openNote, parseNote, signNote } from './note.ts'
import type { Signer } from './signer.ts'
import { signerOf } from './signer.ts'
import type { VerifierKey } from './verifier-key.ts'
import { readVerifierKey, verifierKeyText } from './verifier-key.ts'

const signer = (name: string, seed: Uint8Array): Signer => {
  const made = signerOf(name, seed)
  if (made.is === 'refused') throw new Error(made.reason)
  return made
}
const keyOf = (text: string): VerifierKey => {
  const read = readVerifierKey(text)
  if (read.is === 'refused') throw new Error(read.reason)
  return read
}

// The example of golang.org/x/mod/sumdb/note (note_test.go): keys, text and signatures.
const peterText = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const enochText = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const text =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n"
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
const peter = keyOf(peterText)
const enoch = keyOf(enochText)

test("the reference implementation's key signs its text to its note, byte for byte", () => {
  const made = signer('PeterNeumann', peterSeed)
  expect(verifierKeyText(made.key)).toBe(peterText)
  expect(signNote(text, [made])).toEqual({ is: 'note', note: `${text}\n${peterLine}` })
})

test('a note opens with the key of one signer or of both, and not with none', () => {
  const note = `${text}\n${peterLine}${enochLine}`
  expect(openNote(note, [peter])).toEqual({ is: 'opened', text, signedBy: ['PeterNeumann'] })
  expect(openNote(note, [peter, enoch])).toMatchObject({ signedBy: ['PeterNeumann', 'EnochRoot'] })
  expect(openNote(note, [])).toMatchObject({ is: 'refused', why: 'unknown key' })
  expect(openNote(`${text}\n${enochLine}`, [peter])).toMatchObject({ why: 'unknown key' })
})

test("the specification's example of a note is taken apart at its last blank line", () => {
  const poem =
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n'
  const line =
    '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
  expect(parseNote(`${poem}\n${line}`)).toMatchObject({
    is: 'parsed',
    text: poem,
    signatures: [{ name: 'quasimodo.example/salvatore', id: '367ba04b' }],
  })
})

test('a bad signature by a known key refuses the note, even beside a good one', () => {
  const spoilt = peterLine.replace('x08go/ZJ', 'x08go/ZK')
  expect(openNote(`${text}\n${spoilt}`, [peter])).toMatchObject({ why: 'bad signature' })
  expect(openNote(`${text}\n${spoilt}${enochLine}`, [peter, enoch])).toMatchObject({
    why: 'bad signature',
  })
  const longer = `${peterLine.slice(0, 62)}ABCD${peterLine.slice(62)}`
  expect(openNote(`${text}\n${longer}`, [peter])).toMatchObject({ why: 'bad signature' })
})

test('a key of the same name but another id is unknown, and its signature is passed over', () => {
  const other = signer('PeterNeumann', Buffer.alloc(32, 7))
  const note = signNote(text, [signer('PeterNeumann', peterSeed), other])
  if (note.is === 'refused') throw new Error(note.reason)
  expect(openNote(note.note, [peter])).toMatchObject({ is: 'opened' })
  expect(openNote(note.note, [other.key])).toMatchObject({ is: 'opened' })
})

test.each([
  ['no signature', text],
  ['no signature after the blank line', `${text}\n`],
  ['no blank line', `${text}${peterLine}`],
  ['no newline at the end', `${text}\n${peterLine.slice(0, -1)}`],
  ['a line after the signatures', `${text}\n${peterLine}One more line.\n`],
  ['two spaces before the name', `${text}\n${peterLine.replace('— ', '—  ')}`],
  ['two spaces before the signature', `${text}\n${peterLine.replace(' x08', '  x08')}`],
  ['a space at the end of a line', `${text}\n${peterLine.replace('\n', ' \n')}`],
  ['a hyphen for the dash', `${text}\n${peterLine.replace('—', '-')}`],
  ['Windows line ends', `${text}\n${peterLine}`.replaceAll('\n', '\r\n')],
  ['a NUL', `\0${text}\n${peterLine}`],
  ['a tab', `${text}\t\n\n${peterLine}`],
  ['half a character', `\ud83d${text}\n${peterLine}`],
  ['a name with a plus sign', `${text}\n${peterLine.replace('Neumann', '+Neumann')}`],
  ['a name with a no-break space', `${text}\n${peterLine.replace('Neumann', '\u00a0Neumann')}`],
  ['no name', `${text}\n${peterLine.replace('PeterNeumann', '')}`],
  ['base 64 without its padding', `${text}\n${peterLine.replace('=', '')}`],
  ['base 64 with stray bits', `${text}\n${peterLine.replace('nAM=', 'nAN=')}`],
  ['base 64 of the web kind', `${text}\n${peterLine.replace('/', '_')}`],
  ['an id without a signature', `${text}\n— PeterNeumann x08gow==\n`],
  ['more than 100 signatures', `${text}\n${peterLine.repeat(101)}`],
  ['more than a million characters', `${text.repeat(11_000)}\n${peterLine}`],
  ['nothing but newlines', '\n\n\n'],
  ['nothing', ''],
])('a note with %s is refused as malformed', (_, note) => {
  expect(openNote(note, [peter])).toMatchObject({ is: 'refused', why: 'malformed' })
})

test('no character of a note can change without its being refused', () => {
  const note = `${text}\n${peterLine}`
  for (let at = 0; at < note.length; at++) {
    const code = note.charCodeAt(at)
    for (const other of [code ^ 1, code ^ 2, code ^ 0x40]) {
      const spoilt = note.slice(0, at) + String.fromCharCode(other) + note.slice(at + 1)
      expect(openNote(spoilt, [peter]).is, JSON.stringify(spoilt)).toBe('refused')
    }
    expect(openNote(note.slice(0, at) + note.slice(at + 1), [peter]).is).toBe('refused')
  }
})

test('any text of whole lines survives signing and opening', () => {
  const line = fc.string({ unit: 'grapheme' }).filter(each => !/\p{Cc}/u.test(each))
  const made = signer('example.org/log', Buffer.alloc(32, 1))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), lines => {
      const lead = `start\n${lines.join('\n')}\n`
      const signed = signNote(lead, [made])
      if (signed.is === 'refused') throw new Error(signed.reason)
      expect(openNote(signed.note, [made.key])).toMatchObject({ is: 'opened', text: lead })
    }),
  )
})

test('whatever it is given as text, opening a note never throws', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\n\n', '— ', text, peterLine, enochLine, ' ', '\r', 'x08go/ZJ'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
      expect(['opened', 'refused']).toContain(openNote(pieces.join(''), [peter]).is)
    }),
  )
})

test('text that cannot be a note is not signed, nor is a text without a signer', () => {
  const made = signer('example.org/log', Buffer.alloc(32, 1))
  for (const wrong of ['no newline', 'a\r\n', '\0\n', '\ud800\n', '']) {
    expect(signNote(wrong, [made])).toMatchObject({ is: 'refused' })
  }
  expect(signNote('text\n', [])).toMatchObject({ is: 'refused' })
})

test('a signer needs a private key of 32 bytes and a name without spaces or plus signs', () => {
  expect(signerOf('example.org/log', Buffer.alloc(31))).toMatchObject({ is: 'refused' })
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b']) {
    expect(signerOf(name, Buffer.alloc(32))).toMatchObject({ is: 'refused' })
  }
})

test('no part of a verifier key, and no key with one character changed, is a verifier key', () => {
  for (let from = 0; from <= peterText.length; from++) {
    for (let to = from + 1; to <= peterText.length; to++) {
      const part = peterText.slice(from, to)
      expect(readVerifierKey(part).is).toBe(part === peterText ? 'key' : 'refused')
    }
  }
  for (let at = 0; at < peterText.length; at++) {
    const other = String.fromCharCode(peterText.charCodeAt(at) + 1)
    const spoilt = peterText.slice(0, at) + other + peterText.slice(at + 1)
    expect(readVerifierKey(spoilt)).toMatchObject({ is: 'refused' })
  }
})

test.each([
  ['another length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
  ['another algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ['capital hex', 'PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
])('a verifier key of %s is refused', (_, wrong) => {
  expect(readVerifierKey(wrong)).toMatchObject({ is: 'refused' })
})
