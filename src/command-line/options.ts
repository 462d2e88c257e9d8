import { parseArgs } from 'node:util'
import { Refusal } from '../platform/log/refusal.ts'

/** The values of `--name VALUE` among the words of a command that takes nothing else. */
export function optionsOf<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true })
    return values as Partial<Record<Name, string>>
  } catch (cause) {
    throw new Refusal(
      'UNKNOWN_COMMAND',
      `This command takes ${names.map(name => `--${name}`).join(', ')}, each with a value, and nothing else. "--help" says more.`,
      cause,
    )
  }
}

/** The number that an option gives; undefined where it was not given. */
export function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? text : Number(text)
  throw new Refusal('UNKNOWN_COMMAND', `--${name} takes a whole number from 0, such as 1000.`)
}
