/** What can be wrong with a log, and how we say it. Places count from 0, as the entries do. */

/** Which signed note: a checkpoint that the log keeps, by its number, or a copy kept outside, by its place. */
export type NotePlace =
  | { readonly is: 'checkpoint'; readonly number: number }
  | { readonly is: 'outside copy'; readonly number: number }

export type Finding =
  /** Content and stored hash differ; `part` is the one that was changed, as far as a checkpoint can tell. */
  | {
      readonly is: 'edited'
      readonly index: number
      readonly part: 'content' | 'stored hash' | 'either'
    }
  | { readonly is: 'unreadable'; readonly index: number; readonly reason: string }
  | { readonly is: 'without a place'; readonly after: number }
  | { readonly is: 'missing'; readonly from: number; readonly to: number }
  | { readonly is: 'repeated'; readonly index: number }
  | { readonly is: 'swapped'; readonly first: number; readonly second: number }
  /** Something from `from` to `to` is not what was signed; hashes cannot tell which. */
  | { readonly is: 'changed'; readonly from: number; readonly to: number }
  /** The same, and the log is shorter than was signed. */
  | {
      readonly is: 'renumbered'
      readonly from: number
      readonly to: number
      readonly missing: number
    }
  | { readonly is: 'cut'; readonly size: number; readonly signed: number }
  | { readonly is: 'cut with its checkpoints'; readonly size: number; readonly signed: number }
  /** `withKey`: the log's own checkpoints vouch for what the copies outside deny. */
  | {
      readonly is: 'forked'
      readonly agreesTo: number
      readonly differsAt: number
      readonly withKey: boolean
    }
  | { readonly is: 'uncovered'; readonly from: number; readonly to: number }
  | {
      readonly is: 'note refused'
      readonly note: NotePlace
      readonly why: 'malformed' | 'unknown key' | 'bad signature' | 'another log'
      readonly reason: string
    }
  | { readonly is: 'checkpoints missing'; readonly from: number; readonly to: number }
  | { readonly is: 'checkpoint out of order'; readonly number: number }
  | { readonly is: 'false checkpoint'; readonly number: number; readonly size: number }

/**
 * The finding as a sentence for the person who asked.
 * @example findingInWords({ is: 'missing', from: 43, to: 43 }) // 'Entry 43 is missing.'
 */
export const findingInWords = (finding: Finding): string => {
  const sayer = words[finding.is] as (finding: Finding) => string
  return sayer(finding)
}

type Words = { readonly [Is in Finding['is']]: (finding: Extract<Finding, { is: Is }>) => string }

const words: Words = {
  edited: ({ index, part }) => `${editedWords[part](String(index))}.`,
  unreadable: ({ index, reason }) => `Entry ${String(index)} cannot be read. ${reason}`,
  'without a place': ({ after }) =>
    `An entry that follows entry ${String(after)} has no number for its place.`,
  missing: ({ from, to }) => `${run(from, to)} missing.`,
  repeated: ({ index }) => `Entry ${String(index)} comes a second time, or too late.`,
  swapped: ({ first, second }) =>
    `Entries ${String(first)} and ${String(second)} stand in each other's place.`,
  changed: ({ from, to }) =>
    `${run(from, to)} not what was signed: edited together with the stored hash, replaced, or put in another place.`,
  renumbered: ({ from, to, missing }) =>
    `The log is ${entries(missing)} shorter than was signed, and ${run(from, to).toLowerCase()} not what was signed: entries were taken out there and later ones renumbered.`,
  cut: ({ size, signed }) =>
    `The log ends after ${entries(size)}, but a checkpoint of its own is over ${String(signed)}: ${run(size, signed - 1).toLowerCase()} cut from its end.`,
  'cut with its checkpoints': ({ size, signed }) =>
    `The log ends after ${entries(size)}, but a checkpoint that was copied outside is over ${String(signed)}: the end of the log was cut together with its checkpoints, or an old copy of the database was put in its place.`,
  forked: forkedWords,
  uncovered: ({ from, to }) => `${run(from, to)} covered by no checkpoint.`,
  'note refused': ({ note, why, reason }) => `${place(note)} ${refusedWords[why]}. ${reason}`,
  'checkpoints missing': ({ from, to }) =>
    from === to
      ? `Checkpoint ${String(from)} is missing.`
      : `Checkpoints ${String(from)} to ${String(to)} are missing.`,
  'checkpoint out of order': ({ number }) =>
    `Checkpoint ${String(number)} is not over more entries than the one before it, or its number comes a second time.`,
  'false checkpoint': ({ number, size }) =>
    `Checkpoint ${String(number)}, over ${entries(size)}, is not of this log, although a later signed one is.`,
}

const editedWords = {
  content: (index: string) =>
    `Entry ${index} has been edited: its content is not what was recorded`,
  'stored hash': (index: string) =>
    `The stored hash of entry ${index} has been changed; its content is what was recorded`,
  either: (index: string) =>
    `Entry ${index} has been edited: its content and its stored hash do not belong together`,
}

const refusedWords = {
  malformed: 'cannot be read',
  'unknown key': 'is signed by an unknown key',
  'bad signature': 'was changed after it was signed',
  'another log': 'is of another log',
}

function forkedWords({ agreesTo, differsAt, withKey }: Extract<Finding, { is: 'forked' }>): string {
  const by = withKey ? ', by someone who holds the signing key' : ''
  return agreesTo === 0
    ? `The log is not the one whose checkpoint over ${entries(differsAt)} was copied outside: all of it was written anew${by}.`
    : `The log agrees with the copies outside up to ${entries(agreesTo)}, and not at ${String(differsAt)}: an old copy of the database was put back and carried on, or entries were written anew${by}.`
}

const place = ({ is, number }: NotePlace): string =>
  is === 'checkpoint' ? `Checkpoint ${String(number)}` : `Outside copy ${String(number + 1)}`

const entries = (count: number): string => (count === 1 ? '1 entry' : `${String(count)} entries`)

/** The run as the start of a sentence, with its verb. */
const run = (from: number, to: number): string =>
  from === to ? `Entry ${String(from)} is` : `Entries ${String(from)} to ${String(to)} are`
