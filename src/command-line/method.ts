import { readFile } from 'node:fs/promises'
import { checkCases, listMethods, runMethod } from '../methods/catalogue.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { shippedCalendars } from './calendars.ts'
import type { Command, Surroundings } from './command.ts'
import type { Terminal } from './terminal.ts'

export const method: Command = {
  name: 'method',
  summary: 'one calculation by name, JSON in and JSON out; the list; a check of reference cases',
  help: `turnstone method NAME < input.json
turnstone method --list
turnstone method check FILE

Runs one calculation of docs/methods: its input comes as JSON on standard input, its answer goes as
JSON to standard output. An answer that is not defined says why and is an answer like any other.
--list names the calculations with the input that each takes. check runs a file of reference cases
and prints a line for each case that fails, then "N passed, N failed, N skipped".

Example: echo '{ "x": 5, "n": 9 }' | npm run --silent turnstone -- method wilson`,
  run: ({ terminal }: Surroundings, words) => {
    const [first, second, ...more] = words
    if (first === '--list' && second === undefined) return list(terminal)
    if (first === 'check' && second !== undefined && more.length === 0) {
      return check(terminal, second)
    }
    if (first !== undefined && second === undefined) return answer(terminal, first)
    throw new Refusal(
      'UNKNOWN_COMMAND',
      'Write "method NAME", "method --list" or "method check FILE"; "method --help" says more.',
    )
  },
}

async function list(terminal: Terminal): Promise<0> {
  for (const { name, question, input, page } of listMethods()) {
    terminal.line(`${name}\n  ${question}\n  ${input}\n  ${page}`)
  }
  return 0
}

async function answer(terminal: Terminal, name: string): Promise<0> {
  if (!listMethods().some(known => known.name === name)) {
    throw new Refusal(
      'UNKNOWN_METHOD',
      'There is no method of this name; "method --list" names them all.',
    )
  }
  const input = parsed(await textOfInput(), 'What came on standard input')
  const calendars = await shippedCalendars()
  terminal.line(JSON.stringify(runMethod(name, input, { calendars }), null, 2))
  return 0
}

async function check(terminal: Terminal, file: string): Promise<0 | 1> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Refusal('FILE_UNREADABLE', `${file} cannot be read. Check its path.`, cause)
  })
  const { lines, passed, failed, skipped } = checkCases(parsed(text, file))
  for (const line of lines) terminal.line(line)
  terminal.line(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal('INPUT_NOT_JSON', `${what} is not JSON that can be read.`, cause)
  }
}

/** More than any calculation takes; a pipe that never ends must not fill the memory. */
const mostInput = 32 * 1024 * 1024

async function textOfInput(): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    const bytes = Buffer.from(part as Uint8Array)
    size += bytes.length
    if (size > mostInput) throw new Refusal('INPUT_TOO_LARGE', 'The input is over 32 MB.')
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}
