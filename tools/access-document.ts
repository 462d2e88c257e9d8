import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Permissions } from '../src/platform/access/permissions.ts'
import { roles } from '../src/platform/access/roles.ts'
import { definers } from '../tests/access/definers.ts'

/** docs/access.md as the permission tables and the list of definer functions make it now. */
export async function accessDocument(root: string): Promise<string> {
  const modules = await permissionsOf(root)
  return [
    '# Who may do what, and on which records',
    '',
    'Made from `src/modules/*/permissions.ts` and `tests/access/definers.ts` by `npm run access`; a check fails when it says something else than they do.',
    '',
    'A role gives the verb, access to the row gives the object, and both must hold. The first is the table of each module below: a request whose sender lacks the verb is answered like an address that does not exist, and the audit log holds the refusal. The second is decided in the database, by row policies over what somebody reaches at this very moment (decisions 2 and 14): live postings, cases that name them, and shares and broken glass until they end. A conflict of interest beats everything.',
    '',
    ...modules.flatMap(([name, permissions]) => sectionOf(name, permissions)),
    ...definerSection(),
  ].join('\n')
}

async function permissionsOf(root: string): Promise<[string, Permissions][]> {
  const folder = join(root, 'src', 'modules')
  const found: [string, Permissions][] = []
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'permissions.ts')
    if (!existsSync(file)) continue
    const { may } = (await import(pathToFileURL(file).href)) as { may: Permissions }
    found.push([name, may])
  }
  return found
}

function sectionOf(name: string, permissions: Permissions): string[] {
  return [
    `## ${name}`,
    '',
    ...Object.entries(permissions).flatMap(([action, { what, class: ofClass, who }]) => [
      `### \`${action}\``,
      '',
      `${what}. Logged as ${ofClass}.`,
      '',
      ...whoLines(who),
      '',
    ]),
  ]
}

/** Roles with the same words in one line; "every role" where all have them. */
function whoLines(who: Permissions[`${string}.${string}`]['who']): string[] {
  const byWords = Map.groupBy(Object.entries(who), ([, words]) => words)
  return [...byWords].map(([words, held]) => {
    const names = held.map(([role]) => role.replaceAll('-', ' '))
    return `- ${names.length === roles.length ? 'every role' : names.join(', ')}: ${words}`
  })
}

const definerSection = (): string[] => [
  '## Functions that go past the row policies',
  '',
  'Each runs with the rights of `turnstone_owner`, with a pinned search path; a test compares this list with the database in both directions and calls each that the application may call.',
  '',
  ...Object.entries(definers).map(
    ([name, definer]) => `- \`${name}\` (${definer.for}): ${definer.because}`,
  ),
  '',
]
