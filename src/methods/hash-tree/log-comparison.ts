/** Compares the log read so far with the signed notes of its size. */
import type { TreeState } from './compact-range.ts'
import { rootOf } from './compact-range.ts'
import { sameHash } from './hash.ts'
import type { Finding } from './log-findings.ts'
import type { Mark } from './log-marks.ts'
import type { Edit, LogCheck } from './log-state.ts'
import { mostFindings, noted } from './log-state.ts'

/** The check after all notes that are over no more entries than have been read. */
export const passMarks = (check: LogCheck): LogCheck => {
  let after = check
  for (let mark = after.marks[after.passed]; mark && mark.size <= after.next;) {
    const isComparable = mark.size === after.next && !after.hasGap
    after = { ...(isComparable ? compared(after, mark) : after), passed: after.passed + 1 }
    mark = after.marks[after.passed]
  }
  return after
}

const compared = (check: LogCheck, mark: Mark): LogCheck => {
  const { stored, computed } = check
  if (sameHash(rootOf(stored), mark.root)) return agreed(check, mark, stored)
  const isContent = stored !== computed && sameHash(rootOf(computed), mark.root)
  return isContent ? agreed(check, mark, computed) : differed(check, mark)
}

const agreed = (check: LogCheck, { size, place }: Mark, tree: TreeState): LogCheck => {
  const settled = check.doubted
    .map((mark): Finding => {
      return { is: 'false checkpoint', number: mark.place.number, size: mark.size }
    })
    .reduce(noted, check)
  return {
    ...settled,
    stored: tree,
    computed: tree,
    agreedTo: size,
    ...(place.is === 'checkpoint' ? { ownTo: size } : { outsideTo: size }),
    doubted: [],
    doubtedRun: null,
    run: { before: tree, leaves: [] },
    edits: check.stored === check.computed ? check.edits : settledEdits(check, tree),
  }
}

/** A tree that agrees tells which half of each edit since the last agreement is the right one. */
const settledEdits = ({ edits, stored }: LogCheck, right: TreeState): Edit[] => {
  const part = right === stored ? 'content' : 'stored hash'
  return edits.map(edit => (edit.part === 'either' ? { ...edit, part } : edit))
}

const differed = (check: LogCheck, mark: Mark): LogCheck => {
  if (mark.place.is === 'outside copy') {
    const fork = { agreesTo: Math.max(check.from, check.outsideTo), differsAt: mark.size }
    return { ...check, fork: check.fork ?? fork }
  }
  return check.doubted.length < mostFindings
    ? {
        ...check,
        doubted: [...check.doubted, mark],
        doubtedRun: check.doubtedRun ?? check.run,
      }
    : check
}
