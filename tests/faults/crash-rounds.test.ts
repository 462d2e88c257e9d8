import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  databasePid,
  emptyDataDir,
  madeDataDir,
  ownerOf,
  startProgram,
  stopped,
} from './program.ts'

/** `npm run faults` sets many; a test run takes one. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 1)

/** Round n is always killed at the same moment of its writing: reproducible, and spread over one second. */
const moment = (round: number): number => (300 + round * 367) % 1_000

test(
  `of ${rounds} kills at many moments none loses what was acknowledged`,
  { timeout: 20_000 * rounds },
  async () => {
    const dataDir = await madeDataDir()
    let acknowledged = 0
    for (let round = 0; round < rounds; round += 1) {
      const program = startProgram({ dataDir })
      await program.ready
      const client = await ownerOf(dataDir)
      await client.query(
        'create schema if not exists mark; create table if not exists mark.written (id int primary key)',
      )
      const found = await client.query<{ last: number }>(
        'select coalesce(max(id), 0) as last from mark.written',
      )
      expect(found.rows[0]?.last).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = found.rows[0]?.last ?? 0
      const database = await databasePid(dataDir)
      const killing = wait(moment(round)).then(() => {
        process.kill(round % 2 === 0 ? database : (program.child.pid ?? 0), 'SIGKILL')
      })
      for (let isUp = true; isUp;) {
        isUp = await client.query('insert into mark.written values ($1)', [acknowledged + 1]).then(
          () => true,
          () => false,
        )
        if (isUp) acknowledged += 1
      }
      await killing
      await program.ended
    }
    expect(acknowledged).toBeGreaterThan(rounds)
  },
)

test(
  `of ${rounds} first starts that are killed half way each is taken up by the next`,
  { timeout: 60_000 + 20_000 * rounds },
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const dataDir = await emptyDataDir()
      const first = startProgram({ dataDir })
      await wait(200 + moment(round) * 1.5)
      first.child.kill('SIGKILL')
      await first.ended
      const second = startProgram({ dataDir })
      expect((await fetch(await second.ready)).status).toBe(200)
      expect((await stopped(second)).code).toBe(0)
    }
  },
)

test(
  `of three starts at once, ${rounds} times over, one wins and the others are refused`,
  { timeout: 60_000 + 20_000 * rounds },
  async () => {
    const dataDir = await madeDataDir()
    for (let round = 0; round < rounds; round += 1) {
      const all = [1, 2, 3].map(() => startProgram({ dataDir }))
      const winner = await Promise.any(all.map(program => program.ready.then(() => program)))
      const losers = all.filter(program => program !== winner)
      for (const loser of losers) {
        expect(await loser.ended).toMatchObject({
          code: 1,
          err: expect.stringMatching(/is just starting|is already running/),
        })
      }
      expect((await stopped(winner)).code).toBe(0)
    }
  },
)
