import { thePublic } from '../platform/access/actor.ts'
import { appendForCommand } from '../platform/audit/export/queries.ts'
import { sinksOf } from '../platform/audit/open-audit.ts'
import { carryOn } from '../platform/audit/sequencer/carry-on.ts'
import type { Area } from '../platform/audit/sequencer/queries.ts'
import { areaNamed } from './audit-area.ts'
import { asOwner, caughtUp, withLogs, type Logs } from './audit-logs.ts'
import { troubleInWords } from './audit-words.ts'
import type { Surroundings } from './command.ts'
import { optionsOf } from './options.ts'

/** `audit carry-on`: after a backup was restored. What was lost stays told by each verification. */
export async function carryOnLog(
  surroundings: Surroundings,
  words: readonly string[],
): Promise<0 | 1> {
  const { area: slug } = optionsOf(words, ['area'])
  return withLogs(surroundings, async logs => {
    const area = await areaNamed(logs, slug)
    if (!logs.troubles.has('AUDIT_FORK')) {
      surroundings.terminal.line('No copy outside denies the log: there is nothing to accept.')
      return 1
    }
    await accept(logs, area)
    const left = await caughtUp(logs.owner, logs.place)
    for (const code of left) surroundings.terminal.line(troubleInWords(code))
    if (!left.has('AUDIT_FORK')) {
      surroundings.terminal.line(
        'The log goes on from what the database holds. Each verification will tell of the fork.',
      )
    }
    return left.has('AUDIT_FORK') ? 1 : 0
  })
}

/** That it was accepted stands in the log itself. */
const accept = ({ owner, place }: Logs, area: Area): Promise<unknown> =>
  asOwner(owner, async door => {
    await door.writing(thePublic, tx =>
      appendForCommand(tx, {
        area: area.id,
        class: 'alteration',
        verb: 'audit.carry-on',
        subject: null,
        codes: ['fork'],
      }),
    )
    return carryOn(area, { door, dataDir: place.dataDir, sink: sinksOf(place)(area.slug) })
  })
