import { expect, test } from 'vitest'
import { aCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { aPerson, asOwner, aTeam } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { open, root } = await visitor(app)

const team = await aTeam(db)
const analyst = await aPerson(db, {
  team: await aTeam(db, { beside: team }),
  role: 'analyst',
  forceWide: true,
})
await asOwner(db, client =>
  client.query(`update platform.setting set value = 480 where name = 'purpose-lasts'`),
)

for (const javaScriptEnabled of [true, false])
  test.skipIf(withoutBrowser)(
    `${javaScriptEnabled ? 'with' : 'without'} JavaScript somebody says why and reads the case, and is not asked again${why}`,
    async () => {
      const one = await aCase(db, team)
      const address = `/cases/${one.reference}`
      const { page } = await open('/about', { javaScriptEnabled })
      await page.context().addCookies([{ name: 'turnstone', value: analyst.token, url: root }])
      await page.goto(root + address)
      expect(await page.textContent('h1')).toBe(`Why do you need case ${one.reference}?`)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByText('There is a problem').waitFor()
      await page.getByLabel('Linked enquiry').check()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { name: 'Missing twice in a month' }).waitFor()
      expect(page.url()).toBe(root + address)
      await page.reload()
      expect(await page.textContent('h1')).toContain('Missing twice in a month')
      await page.context().close()
    },
  )
