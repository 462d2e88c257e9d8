import { randomUUID } from 'node:crypto'
import { invite, type Wish } from '../app.ts'
import { checkDeployment } from '../demonstration/deployment.ts'
import type { Connection } from '../platform/config/connection.ts'
import { readSettings, type Settings } from '../platform/config/settings.ts'
import { openMaintenance } from '../platform/db/maintenance.ts'
import { asRefusal, checkOwner } from '../platform/db/serving-check.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import type { Command, Surroundings } from './command.ts'
import { wishOf } from './invitation-wish.ts'
import { addressOf } from './listen.ts'
import { openOwner } from './open-database.ts'
import { openSteps } from './steps.ts'

export const admin: Command = {
  name: 'admin',
  summary: 'invite the first administrator, or let somebody back in ("admin invite EMAIL")',
  help: `turnstone admin invite EMAIL --name "Given Family" --agency NAME --area NAME

Prints the address by which this person sets a password and one-time codes. It holds for 7 days and
works once. The agency and the area of the police force are made when they are not there yet; where
there is only one, it need not be named. Whoever has an account already needs EMAIL alone: the address
lets them set both anew, and what was there before ends when they do.

  --role ROLE   what the person does, such as investigator (administrator)

Works in real mode only (TURNSTONE_MODE=real): real people must not stand beside invented ones.`,
  run: async (surroundings, words) => {
    if (words[0] === 'invite') return inviteNow(surroundings, wishOf(words.slice(1)))
    throw new Refusal('UNKNOWN_COMMAND', 'The only command of admin is: turnstone admin invite')
  },
}

async function inviteNow({ terminal, clock }: Surroundings, wish: Wish): Promise<0> {
  const settings = readSettings()
  if (settings.mode === 'demo') throw onlyReal()
  // Only the address belongs on standard output.
  const quiet = { ...terminal, line: terminal.problem }
  const steps = openSteps(quiet, clock)
  const undo = new AsyncDisposableStack()
  try {
    const owner = await openOwner({ settings, clock, steps, undo })
    const token = await asRefusal(owner, 'DATABASE_OWNER_URL', async () => {
      await checkOwner(owner)
      await bringUpToDate(owner, settings.dataDir, steps)
      await checkDeployment(owner, settings.mode)
      return invited(owner, wish)
    })
    terminal.line(`${placeOf(settings)}/invitations/${token}`)
  } finally {
    await undo.disposeAsync()
  }
  return 0
}

async function invited(owner: Connection, wish: Wish): Promise<string> {
  const maintenance = openMaintenance(owner)
  try {
    const made = await maintenance.loading(tx => invite(tx, wish, randomUUID()))
    if (made.is === 'missing') throw new Refusal('INVITATION_INCOMPLETE', made.sentence)
    return made.token
  } finally {
    await maintenance.close()
  }
}

const placeOf = ({ publicAddress, host, port }: Settings): string =>
  publicAddress ?? addressOf(host, port)

const onlyReal = (): Refusal =>
  new Refusal(
    'INVITATION_IN_DEMO',
    'People are invited in real mode only, so that nobody real stands beside invented people. Set TURNSTONE_MODE=real, and DATA_DIR to a folder without a demonstration. Nothing was changed.',
  )
