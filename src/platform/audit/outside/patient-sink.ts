import { Broken } from '../../log/broken.ts'
import type { CheckpointSink } from './sink.ts'

/** Milliseconds that a place outside may take: a share of another host can keep silent for ever. */
const patience = 5_000

/**
 * The same sink, where whatever takes too long has failed. Nothing else is asked of it meanwhile: each
 * question to a disk that hangs would hold one of the few threads by which this program reads files.
 */
export function patientSink(sink: CheckpointSink, limit = patience): CheckpointSink {
  const asked: { pending: Promise<unknown> | null } = { pending: null }
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    if (asked.pending !== null) throw new Broken('AUDIT_COPY_SLOW')
    const answer = question()
    asked.pending = answer.then(forget, forget)
    return beforeLong(answer, limit)
  }
  const forget = () => {
    asked.pending = null
  }
  return {
    append: note => ask(() => sink.append(note)),
    read: () => ask(() => sink.read()),
    last: () => ask(() => sink.last()),
  }
}

async function beforeLong<T>(answer: Promise<T>, limit: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(new Broken('AUDIT_COPY_SLOW'))
  }, limit)
  return Promise.race([answer, late.promise]).finally(() => {
    clearTimeout(timer)
  })
}
