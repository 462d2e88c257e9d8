import { expect, test } from 'vitest'
import { emptyDataDir, needsMounts, startProgram, until } from '../program.ts'
import {
  atWork,
  expectAllRecorded,
  inARow,
  isShownAgain,
  newForm,
  sendsAllAgain,
  type AtWork,
} from './at-work.ts'
import { fill } from './disk.ts'
import { aPlaceOnSmallDisks } from './place.ts'
import { aPostgres, expectWholeLog, migrate, ownedBy, served } from './postgres.ts'

const publicPages = [
  '/',
  '/inspections',
  '/inspections/comparison',
  '/accessibility',
  '/api/inspections',
]

test('while the disk of the records is full public pages go on and cases are neither kept nor shown; with space all is there by itself', async ({
  skip,
}) => {
  needsMounts(skip)
  const place = await aPlaceOnSmallDisks({ data: 200 })
  const server = await aPostgres(place)
  const dataDir = await emptyDataDir()
  await migrate(server, dataDir)
  const program = startProgram({ dataDir, env: served(server) })
  const address = await program.ready
  const worker = await atWork(address, server.owner)
  await worker.works(({ isShown }) => isShown)

  const filler = await fill(`${place.seen}/data`)
  await worker.works(inARow(10, ({ isSaved, isShown }) => !isSaved && !isShown))
  for (const page of publicPages) {
    expect((await fetch(`${address}${page}`)).status).toBe(200)
    if (!page.startsWith('/api')) expect((await worker.get(page)).status).toBe(200)
  }
  await expectProgramsRefused(worker)

  await filler.free()
  await until(() => isShownAgain(worker))
  await sendsAllAgain(worker)
  await worker.works(({ isSaved, isShown }) => isSaved && isShown)
  await expectAllRecorded(server.owner, worker)
  await expectWholeLog({ dataDir, env: ownedBy(server) })
  expect(program.child.exitCode).toBeNull()
})

/** Programs are told the same, and nothing of theirs is kept. */
async function expectProgramsRefused({ api, work, person }: AtWork): Promise<void> {
  const reference = [...work.saved.values()][0]
  const body = {
    type: 'missing child',
    summary: 'By a program',
    team: person.team,
    opened: '2026-11-02',
  }
  for (const answer of [
    await api(`/api${reference ?? ''}`),
    await api('/api/cases'),
    await api('/api/cases', { key: newForm().key, body }),
  ]) {
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('Turnstone cannot reach its records just now.')
  }
}
