import type { Permissions } from '../../../platform/access/permissions.ts'

export interface VerbWords {
  /** "Open a case"; a verb that no table knows stands for itself. */
  wordsOf: (verb: string) => string
  /** Every verb for a list of choices, by its words. */
  verbs: readonly { value: string; text: string }[]
}

/** What the program does by itself, when nobody acts. */
export const isOfProgram = (verb: string): boolean => verb === 'glass.escalate'

/** What stands in the log and in no permission table: what the program does by itself, and at a command. */
const commands: Readonly<Record<string, string>> = {
  'audit.export': 'Take out what is recorded about one subject, by the command line',
  'audit.carry-on': 'Let the log go on after a restore, by the command line',
  'glass.escalate':
    'Tell standards auditors of a broken glass whose review is late, by the program',
  'audit.renew-key': 'Begin a new key of the log, by the command line',
}

/** The verbs of the log in the words of the permission tables. */
export function verbWords(tables: Permissions): VerbWords {
  const known = new Map([
    ...Object.entries(tables).map(([verb, { what }]) => [verb, what] as const),
    ...Object.entries(commands),
  ])
  return {
    wordsOf: verb => known.get(verb) ?? verb,
    verbs: [...known]
      .map(([value, text]) => ({ value, text }))
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en')),
  }
}
