/** What the checks of the audit log say to whoever asked. */
import { inWords } from '../platform/audit/verification/findings.ts'
import type { AreaVerdict } from '../platform/audit/verification/verify-area.ts'

/** The lines for one log: what is wrong with it, or that nothing is. */
export function verdictInWords(origin: string, verdict: AreaVerdict): string[] {
  const { findings, more, from, to, waiting } = verdict
  const entries = from === 0 ? counted(to) : `entries ${from} to ${to - 1}`
  const rest = more === 0 ? [] : [`  and ${more} more of the kind`]
  const settled = waiting === 0 ? [] : [`  ${counted(waiting)} without a place yet`]
  if (findings.length > 0) {
    const found = findings.map(finding => `  ${inWords(finding)}`)
    return [`${origin}: BROKEN, ${entries}`, ...found, ...rest, ...settled]
  }
  return [`${origin}: whole, ${entries}`, `  ${outsideInWords(verdict)}`, ...settled]
}

function outsideInWords({ outsideTo, to }: AreaVerdict): string {
  if (to === 0) return 'Nothing has been recorded yet.'
  if (outsideTo === 0) {
    return 'No copy outside vouches for any of it: whoever holds the key and the database could have written it anew.'
  }
  return outsideTo === to
    ? 'Copies outside vouch for all of it.'
    : `Copies outside vouch for it up to entry ${outsideTo - 1}.`
}

const counted = (count: number): string =>
  count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`

/** What kept entries from being numbered or copied. */
export const troubleInWords = (code: string): string => troubles.get(code) ?? `${code}.`

const troubles: ReadonlyMap<string, string> = new Map([
  [
    'AUDIT_FORK',
    'Entries wait for their place: a copy outside is over more entries than the database holds, or over others. An older copy of the database is in its place, or the end of the log was cut. docs/audit.md says how to go on.',
  ],
  [
    'AUDIT_KEY_MISSING',
    'Entries wait for their place: the key of the log is not in DATA_DIR/keys. Put it back from your backup; docs/audit.md says how to go on without it.',
  ],
  [
    'AUDIT_CHECKPOINT_DAMAGED',
    'Entries wait for their place: what the database keeps of the newest checkpoint is not what was signed.',
  ],
  [
    'AUDIT_KEY_DAMAGED',
    'Entries wait for their place: the key of the log in DATA_DIR/keys is damaged. Put it back from your backup.',
  ],
  [
    'KEY_UNREADABLE',
    'Entries wait for their place: this user cannot read the key of the log in DATA_DIR/keys.',
  ],
  [
    'AUDIT_COPY_FAILED',
    'The place for copies outside cannot be reached, so nothing new was copied.',
  ],
])
