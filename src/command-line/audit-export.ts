import { open } from 'node:fs/promises'
import type { ExportedLog, ExportFile } from '../platform/audit/export/export-file.ts'
import { exportLog } from '../platform/audit/export/make-export.ts'
import { appendForCommand, hasEntryAbout } from '../platform/audit/export/queries.ts'
import { readLogKey } from '../platform/audit/keys/log-key.ts'
import type { Area } from '../platform/audit/sequencer/queries.ts'
import { readAreas } from '../platform/audit/verification/queries.ts'
import { thePublic } from '../platform/access/actor.ts'
import { inSnapshot, type Snapshot } from '../platform/db/snapshot.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { asOwner, caughtUp, withLogs, type Logs } from './audit-logs.ts'
import { troubleInWords } from './audit-words.ts'
import type { Surroundings } from './command.ts'
import { optionsOf } from './options.ts'

/** `audit export`: who had to do with a person or case, or what a user did, each entry with its proof. */
export async function exportSubject(
  surroundings: Surroundings,
  words: readonly string[],
): Promise<0> {
  const { subject, out } = optionsOf(words, ['subject', 'out'])
  const id = subjectId(subject)
  const { terminal } = surroundings
  return withLogs(surroundings, async logs => {
    const areas = await areasAbout(logs, id)
    await tell(logs, areas, id)
    for (const code of await caughtUp(logs.owner, logs.place)) {
      terminal.problem(troubleInWords(code))
    }
    const file: ExportFile = {
      form: 'turnstone audit export 1',
      subject: id,
      logs: await inSnapshot(logs.owner, snapshot =>
        inTurn(areas, area => exportedLog(snapshot, logs, { area, subject: id })),
      ),
    }
    const text = `${JSON.stringify(file, null, 1)}\n`
    if (out === undefined) terminal.line(text.trimEnd())
    else await writeNew(out, text)
    const count = file.logs.reduce((sum, { entries }) => sum + entries.length, 0)
    terminal.problem(`${count} entries exported. The export itself is the last of them.`)
    return 0 as const
  })
}

function subjectId(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    return text.toLowerCase()
  }
  throw new Refusal(
    'UNKNOWN_COMMAND',
    'Name whom or what the export is about: --subject ID, the id of a person, case or user, such as 0f8e2c4a-1b3d-4e5f-8a9b-0c1d2e3f4a5b.',
  )
}

async function areasAbout({ owner }: Logs, subject: string): Promise<Area[]> {
  const areas = await inSnapshot(owner, async snapshot => {
    const all = await readAreas(snapshot)
    const found = await inTurn(all, ({ id }) => hasEntryAbout(snapshot, id, subject))
    return all.filter((_, at) => found[at])
  })
  if (areas.length > 0) return areas
  throw new Refusal('AUDIT_NOTHING_FOUND', `No entry of the audit log is about ${subject}.`)
}

/** An export is a disclosure: it stands in the log before anything is handed out. */
const tell = ({ owner }: Logs, areas: readonly Area[], subject: string): Promise<unknown> =>
  asOwner(owner, door =>
    door.writing(thePublic, tx =>
      inTurn(areas, ({ id: area }) =>
        appendForCommand(tx, {
          area,
          class: 'disclosure',
          verb: 'audit.export',
          subject,
          codes: [],
        }),
      ),
    ),
  )

async function exportedLog(
  snapshot: Snapshot,
  { place }: Logs,
  { area, subject }: { area: Area; subject: string },
): Promise<ExportedLog> {
  const key = await readLogKey(place.dataDir, area.slug)
  if (key === null) {
    throw new Refusal('AUDIT_KEY_MISSING', troubleInWords('AUDIT_KEY_MISSING'))
  }
  const made = await exportLog(snapshot, { area: area.id, subject, key })
  if (made.is === 'exported') return made.log
  throw new Refusal(
    'AUDIT_NOT_WHOLE',
    `The log ${key.origin} is not what was signed, so nothing can be exported from it. "turnstone audit verify" says what is wrong.`,
  )
}

/** One after the other: they share a connection. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw new Refusal(
      'FILE_NOT_WRITTEN',
      `${path} cannot be written. Name a new file in a folder that is there.`,
      cause,
    )
  })
  await file.writeFile(text).finally(() => file.close())
}
