import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { secretPath } from '../platform/config/secret-file.ts'
import type { Settings } from '../platform/config/settings.ts'
import { Refusal } from '../platform/log/refusal.ts'

/** The log of the demonstration: of its one force area. */
const slug = 'ardenshire'

/**
 * Renames the key and the copies of the demonstration's audit log, beside where they lie: a new
 * demonstration begins a new log, which must not be held against the copies of the former one.
 * @throws Refusal `DEMO_LOG_HELD` where they cannot be renamed; then nothing is thrown away.
 */
export async function setLogAside(
  { dataDir, audit }: Pick<Settings, 'dataDir' | 'audit'>,
  moment: Temporal.Instant,
): Promise<void> {
  const until = moment.toString({ smallestUnit: 'second' }).replaceAll(':', '-')
  const copies = join(audit.copies ?? join(dataDir, 'audit'), `${slug}.checkpoints`)
  await renamed(copies, `${copies}.until-${until}`)
  const key = secretPath(dataDir, `audit-${slug}.json`)
  await renamed(key, join(dirname(key), `former-audit-${slug}-${until}.json`))
}

async function renamed(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw new Refusal(
      'DEMO_LOG_HELD',
      `${from} belongs to the audit log of the present demonstration and cannot be renamed. Allow it for this one time (chattr -a where only adding is allowed), then run this command again. Nothing was thrown away.`,
      error,
    )
  }
}
