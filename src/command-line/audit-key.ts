import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { verifierKeyText } from '../methods/hash-tree/verifier-key.ts'
import { readLogKey } from '../platform/audit/keys/log-key.ts'
import { readSettings } from '../platform/config/settings.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { Surroundings } from './command.ts'
import { optionsOf } from './options.ts'

/** `audit key`: the public keys by which others check what the logs here have signed. */
export async function printKeys({ terminal }: Surroundings, words: readonly string[]): Promise<0> {
  optionsOf(words, [])
  const { dataDir } = readSettings()
  const names = await readdir(join(dataDir, 'keys')).catch(() => [])
  const slugs = names.map(name => /^audit-([a-z][a-z0-9-]*)\.json$/.exec(name)?.[1])
  const known = slugs.filter(slug => slug !== undefined).sort()
  if (known.length === 0) {
    throw new Refusal(
      'AUDIT_KEY_MISSING',
      `There is no key of an audit log in ${join(dataDir, 'keys')} yet: it is made with the first entry.`,
    )
  }
  for (const slug of known) {
    const key = await readLogKey(dataDir, slug)
    for (const verifier of key?.verifiers ?? []) terminal.line(verifierKeyText(verifier))
  }
  return 0
}
