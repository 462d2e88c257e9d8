import { sqlState } from '../platform/db/database-error.ts'
import { Broken } from '../platform/log/broken.ts'
import { Refusal } from '../platform/log/refusal.ts'

/**
 * What a person at the command line reads when a command cannot go on: a sentence that says what to
 * do, or a code that docs/operations.md explains with what the machine said. Never a stack.
 */
export function failureSentence(error: unknown): string {
  if (error instanceof Refusal) return error.sentence
  // disk_full, from a statement
  if (sqlState(error) === '53100') {
    return 'The disk of the database is full. Make at least 300 MB free and start again. Nothing that was saved is lost.'
  }
  if (error instanceof Broken) {
    return `Turnstone cannot go on: ${error.code}${factsText(error)}. docs/operations.md says what this means.${causeText(error.cause)}`
  }
  return `Turnstone cannot go on: UNEXPECTED. docs/operations.md says what this means.${causeText(error)}`
}

const factsText = ({ facts }: Broken): string => {
  const text = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  return text.length === 0 ? '' : ` (${text.join(', ')})`
}

function causeText(cause: unknown): string {
  return cause instanceof Error ? `\n${cause.message.trim()}` : ''
}
