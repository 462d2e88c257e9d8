/** A part of the bench in a process of its own, so that its CPU time and its waiting are its own. */
import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface Worker<Asked, Answer> {
  readonly pid: number
  /** One question at a time. */
  ask(question: Asked): Promise<Answer>
  stop(): Promise<void>
}

/** Starts `bench/<file>`, which answers each message with one message. */
export function startWorker<Asked extends object, Answer>(file: string): Worker<Asked, Answer> {
  const child = fork(join(import.meta.dirname, file), [], { execArgv: [] })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  return {
    pid: child.pid ?? 0,
    ask: question =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`bench/${file} ended without an answer`))
        child.once('close', gone)
        child.once('message', answer => {
          child.off('close', gone)
          resolve(answer as Answer)
        })
        child.send(question)
      }),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The other end: answers every question until the bench stops this process or ends itself. */
export function answering(answer: (question: unknown) => Promise<object>): void {
  process.on('message', question => {
    void answer(question).then(given => process.send?.(given))
  })
  process.on('disconnect', () => process.exit(0))
}
