import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { open, root } = await visitor(app)
const here = test.skipIf(withoutBrowser)

/** The form for a new case, as this person sees it in a browser of their own. */
async function newCase(person: TestPerson): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await open('/about')
  await page.context().addCookies([{ name: 'turnstone', value: person.token, url: root }])
  await page.goto(`${root}/cases/new`)
  return { page, complaints }
}

const draftsOf = (person: TestPerson): Promise<unknown[]> =>
  asOwner(db, async client => {
    const kept = await client.query<{ place: string; fields: Record<string, unknown> }>(
      'select place, fields from platform.draft where user_id = $1',
      [person.id],
    )
    return kept.rows.map(({ place, fields }) => [place, fields['summary']])
  })

const investigator = await aPerson(db, { team: await aTeam(db), role: 'investigator' })

here(
  `a case that somebody begins to write is kept, is there again, and once opened is no draft${why}`,
  async () => {
    const { page, complaints } = await newCase(investigator)
    await page.getByLabel('Summary in one line').pressSequentially('Missing twice in a month')
    await page.getByText('Saved as a draft at').waitFor({ timeout: 6_000 })
    expect(await draftsOf(investigator)).toEqual([['/cases/new', 'Missing twice in a month']])

    await page.reload()
    expect(await page.getByLabel('Summary in one line').inputValue()).toBe(
      'Missing twice in a month',
    )
    await page.getByText('These are your words of').waitFor()

    await page.getByLabel('What the case is about').selectOption('missing child')
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.waitForURL(/\/cases\/TS-/)
    await page.waitForTimeout(2_500)
    expect(await draftsOf(investigator)).toEqual([])
    expect(complaints).toEqual([])
  },
)

here(`the draft of one person is nowhere for another${why}`, async () => {
  const { page } = await newCase(investigator)
  await page.getByLabel('Summary in one line').fill('Seen at the station')
  await page.getByText('Saved as a draft at').waitFor({ timeout: 6_000 })
  const colleague = await aPerson(db, { team: investigator.team, role: 'investigator' })
  const other = await newCase(colleague)
  expect(await other.page.getByLabel('Summary in one line').inputValue()).toBe('')
})

here(
  `staying signed in is asked of the site, and when the session has been ended the page is covered${why}`,
  async () => {
    const { page } = await newCase(investigator)
    await page.clock.install()
    await page.goto(`${root}/cases/new`)
    await page.clock.fastForward('13:05')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await vi.waitFor(async () => expect(await page.getByRole('dialog').count()).toBe(0))
    await asOwner(db, client =>
      client.query(
        `update access.session set ended_at = now(), ended_by = 'administrator' where user_id = $1`,
        [investigator.id],
      ),
    )
    await page.clock.fastForward('13:05')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
  },
)
