import { openCheckpoint } from '../methods/hash-tree/checkpoint.ts'
import type { VerifierKey } from '../methods/hash-tree/verifier-key.ts'
import { verifierKeyText } from '../methods/hash-tree/verifier-key.ts'
import { thePublic } from '../platform/access/actor.ts'
import { appendForCommand, readNewest } from '../platform/audit/export/queries.ts'
import { readLogKey, renewLogKey } from '../platform/audit/keys/log-key.ts'
import type { Area } from '../platform/audit/sequencer/queries.ts'
import { inSnapshot } from '../platform/db/snapshot.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { areaNamed } from './audit-area.ts'
import { keyIn } from './audit-key-text.ts'
import { asOwner, caughtUp, withLogs, type Logs } from './audit-logs.ts'
import { troubleInWords } from './audit-words.ts'
import type { Surroundings } from './command.ts'
import { optionsOf } from './options.ts'

/** `audit renew-key`: after the key of a log was lost, or seen by others. */
export async function renewKey(
  surroundings: Surroundings,
  words: readonly string[],
): Promise<0 | 1> {
  const { area: slug, earlier } = optionsOf(words, ['area', 'earlier'])
  const given = earlier === undefined ? [] : [keyIn('earlier', earlier)]
  return withLogs(surroundings, async logs => {
    const area = await areaNamed(logs, slug)
    const { dataDir } = logs.place
    const own = (await readLogKey(dataDir, area.slug))?.verifiers ?? []
    const [first, ...rest] = [...own, ...given]
    if (first === undefined) throw nothingKnown()
    await requireSigner(logs, area, [first, ...rest])
    const renewed = await renewLogKey(dataDir, area.slug, [first, ...rest])
    await tell(logs, area)
    const troubles = await caughtUp(logs.owner, logs.place)
    for (const code of troubles) surroundings.terminal.line(troubleInWords(code))
    surroundings.terminal.line(verifierKeyText(renewed.signer.key))
    return troubles.size === 0 ? 0 : 1
  })
}

const nothingKnown = (): Refusal =>
  new Refusal(
    'AUDIT_KEY_MISSING',
    'The key of this log is not here. Name the public key that signed it so far: --earlier KEY, a line that "turnstone audit key" printed before. Without it nobody could verify what was signed.',
  )

/** A log is not carried on under keys that did not sign it. */
async function requireSigner(
  { owner }: Logs,
  area: Area,
  keys: readonly VerifierKey[],
): Promise<void> {
  const newest = await inSnapshot(owner, snapshot => readNewest(snapshot, area.id))
  if (newest === null || openCheckpoint(newest.note, keys).is === 'opened') return
  throw new Refusal(
    'AUDIT_KEY_MISSING',
    `None of the keys signed the newest checkpoint of ${area.slug}. Name the one that did: --earlier KEY. Nothing was changed.`,
  )
}

const tell = ({ owner }: Logs, area: Area): Promise<void> =>
  asOwner(owner, door =>
    door.writing(thePublic, tx =>
      appendForCommand(tx, {
        area: area.id,
        class: 'alteration',
        verb: 'audit.renew-key',
        subject: null,
        codes: ['key'],
      }),
    ),
  )
