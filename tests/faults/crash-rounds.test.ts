import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { databasePid, madeDataDir, ownerOf, removeMadeAfterwards, startProgram } from './program.ts'

removeMadeAfterwards()

/** `npm run faults` sets many; a test run takes a few. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 2)

/** Round n is always killed at the same moment of its writing: reproducible, and spread over one second. */
const moment = (round: number): number => (round * 367) % 1_000

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
