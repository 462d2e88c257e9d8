import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/builders/database.ts'
import { emptyDatabase } from '../../tests/builders/empty-database.ts'
import { aPerson, aTeam, asOwner } from '../../tests/builders/people.ts'
import { openMaintenance } from '../platform/db/maintenance.ts'
import { checkDeployment, checkRemaking } from './deployment.ts'
import { makeDemonstration } from './make.ts'
import { demonstrationSeed } from './personas.ts'

const demo = await testDatabase()
const real = await testDatabase()
const making = { seed: demonstrationSeed, today: Temporal.PlainDate.from('2026-11-23') }

test('an empty database may be served in either mode', async () => {
  await checkDeployment(demo.app, 'demo')
  await checkDeployment(demo.app, 'real')
})

test('where the demonstration was made nothing real is served, by whichever role one asks', async () => {
  await makeDemonstration(demo.owner, making)
  await checkDeployment(demo.app, 'demo')
  await checkRemaking(demo.owner)
  for (const role of [demo.app, demo.owner]) {
    await expect(checkDeployment(role, 'real')).rejects.toMatchObject({ code: 'REAL_ON_DEMO' })
  }
})

test('where somebody has an account no demonstration is served, made or made anew', async () => {
  await aPerson(real, { team: await aTeam(real), role: 'administrator' })
  await checkDeployment(real.app, 'real')
  const refused = { code: 'DEMO_ON_REAL' }
  await expect(checkDeployment(real.app, 'demo')).rejects.toMatchObject(refused)
  await expect(makeDemonstration(real.owner, making)).rejects.toMatchObject(refused)
  await expect(checkRemaking(real.owner)).rejects.toMatchObject(refused)
  const users = await asOwner(real, client => client.query('select from access.user_account'))
  expect(users.rowCount).toBe(1)
})

test('a database of before the first migration, or of before the mark, is told apart too', async () => {
  const bare = await emptyDatabase(demo)
  await checkRemaking(bare.owner)
  const maintenance = openMaintenance(bare.owner)
  await maintenance.migrate()
  await maintenance.close()
  await asOwner(bare, client => client.query('drop function platform.deployment_found()'))
  await checkRemaking(bare.owner)
  await aTeam(bare).then(team => aPerson(bare, { team, role: 'investigator' }))
  await expect(checkRemaking(bare.owner)).rejects.toMatchObject({ code: 'DEMO_ON_REAL' })
})
