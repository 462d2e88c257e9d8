import { readFile } from 'node:fs/promises'
import {
  checkExport,
  type ExportVerdict,
  type SoundLog,
} from '../platform/audit/export/check-export.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { keyIn } from './audit-key-text.ts'
import type { Surroundings } from './command.ts'
import { optionsOf } from './options.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

/** `audit verify-export`: 0 when every entry of the file stands in the signed log, 1 when not. No database. */
export async function verifyExport(
  { terminal }: Surroundings,
  [path = '', ...words]: readonly string[],
): Promise<0 | 1> {
  if (path === '' || path.startsWith('--')) {
    throw new Refusal('UNKNOWN_COMMAND', 'Name the file: audit verify-export FILE [--key KEY]')
  }
  const { key } = optionsOf(words, ['key'])
  return say(
    terminal,
    checkExport(await jsonIn(path), key === undefined ? [] : [keyIn('key', key)]),
  )
}

function say(terminal: Terminal, verdict: ExportVerdict): 0 | 1 {
  if (verdict.is === 'refused') {
    terminal.line('REFUSED')
    for (const reason of verdict.reasons) terminal.line(`  ${printable(reason)}`)
    return 1
  }
  terminal.line(`Sound. About ${verdict.subject}.`)
  for (const log of verdict.logs) for (const line of soundWords(log)) terminal.line(`  ${line}`)
  return 0
}

const soundWords = ({ origin, size, entries, key, isKnown }: SoundLog): string[] => [
  `All ${entries} entries stand in the log ${printable(origin)} as it was signed over ${size} entries.`,
  isKnown
    ? 'Signed with the key that you gave.'
    : `Signed with the key in the file itself: ${printable(key)}. That says something only when you know this key from elsewhere; --key KEY compares it.`,
  'Whether these are all entries about the subject, no proof can tell.',
]

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('FILE_UNREADABLE', `${path} cannot be read. Check its path.`, cause)
  })
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
