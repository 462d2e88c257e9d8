import { readFile } from 'node:fs/promises'
import { sinksOf } from '../platform/audit/open-audit.ts'
import { notesOf } from '../platform/audit/outside/notes-text.ts'
import { readLogKey, type LogKey } from '../platform/audit/keys/log-key.ts'
import type { Area } from '../platform/audit/sequencer/queries.ts'
import { readAreas } from '../platform/audit/verification/queries.ts'
import { databaseSource } from '../platform/audit/verification/log-source.ts'
import { verifyArea } from '../platform/audit/verification/verify-area.ts'
import { inSnapshot } from '../platform/db/snapshot.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { withLogs, type Logs } from './audit-logs.ts'
import { troubleInWords, verdictInWords } from './audit-words.ts'
import type { Surroundings } from './command.ts'
import { optionsOf, wholeNumber } from './options.ts'
import { printable } from './printable.ts'

/** `audit verify`: 0 when every log is whole, 1 when one is not. */
export async function verify(surroundings: Surroundings, words: readonly string[]): Promise<0 | 1> {
  const { from, to, checkpoint } = optionsOf(words, ['from', 'to', 'checkpoint'])
  const asked = {
    from: wholeNumber('from', from),
    to: wholeNumber('to', to),
    given: checkpoint === undefined ? [] : await notesIn(checkpoint),
  }
  return withLogs(surroundings, logs => verifyAll(surroundings, logs, asked))
}

interface Asked {
  readonly from: number | undefined
  readonly to: number | undefined
  /** Notes of the file that was named. */
  readonly given: readonly string[]
}

async function verifyAll({ terminal }: Surroundings, logs: Logs, asked: Asked): Promise<0 | 1> {
  for (const code of logs.troubles) terminal.line(troubleInWords(code))
  return inSnapshot(logs.owner, async snapshot => {
    const all = await Promise.all((await readAreas(snapshot)).map(area => withKey(area, logs)))
    requireOurs(asked.given, all)
    let isWhole = true
    for (const { area, key } of all) {
      const outside = [...(await copiesOf(area, logs)), ...asked.given.filter(isOf(key.origin))]
      const verdict = await verifyArea(databaseSource(snapshot, area.id), {
        ...asked,
        key,
        outside,
      })
      isWhole &&= verdict.findings.length === 0
      for (const line of verdictInWords(key.origin, verdict)) terminal.line(line)
    }
    return isWhole ? 0 : 1
  })
}

interface OwnLog {
  readonly area: Area
  readonly key: Pick<LogKey, 'origin' | 'verifiers'>
}

/** Without its key a log is checked all the same: then nothing vouches for it, which is said. */
const withKey = async (area: Area, { place }: Logs): Promise<OwnLog> => ({
  area,
  key: (await readLogKey(place.dataDir, area.slug)) ?? {
    origin: `${place.name}/audit/${area.slug}`,
    verifiers: [],
  },
})

/** A place outside that is away vouches for nothing; that it is away was said before. */
const copiesOf = (area: Area, { place }: Logs): Promise<readonly string[]> =>
  sinksOf(place)(area.slug)
    .read()
    .catch(() => [])

const isOf =
  (origin: string) =>
  (note: string): boolean =>
    note.startsWith(`${origin}\n`)

function requireOurs(given: readonly string[], logs: readonly OwnLog[]): void {
  const stray = given.find(note => !logs.some(({ key }) => isOf(key.origin)(note)))
  if (stray === undefined) return
  const [name = ''] = stray.split('\n')
  throw new Refusal(
    'AUDIT_FILE_UNREADABLE',
    `The file holds a checkpoint of another log, ${printable(name)}. The logs here are: ${logs.map(({ key }) => key.origin).join(', ')}.`,
  )
}

/** Several logs may share one file of copies; each takes its own. */
async function notesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Refusal('FILE_UNREADABLE', `${path} cannot be read. Check its path.`, cause)
  })
  const notes = notesOf(text)
  if (notes.length > 0) return notes
  throw new Refusal(
    'AUDIT_FILE_UNREADABLE',
    `${path} holds no checkpoint: no signed note is in it.`,
  )
}
