import type { Page } from 'playwright-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { formSite } from './form-site.tsx'

const site = await formSite()
const { open, root } = await visitor(site.app)
const here = test.skipIf(withoutBrowser)

beforeEach(() => {
  site.line = 'up'
  for (const list of [site.drafts, site.tokens, site.sent]) list.length = 0
})

/** The page of the form at two minutes past two, where time passes only when it is told to. */
async function formPage(address = '/note'): Promise<Page> {
  const { page } = await open('/blank')
  await page.clock.install({ time: '2026-11-23T14:01:59Z' })
  await page.clock.pauseAt('2026-11-23T14:02:00Z')
  await page.goto(`${root}${address}`)
  return page
}

/** Until the site has had this many drafts. */
const drafts = (count: number) => vi.waitFor(() => expect(site.drafts).toHaveLength(count))

const told = (page: Page) => page.locator('form[data-draft] [role=status]')
const shows = (page: Page, words: string | RegExp) =>
  vi.waitFor(async () => expect(await told(page).textContent()).toMatch(words))

here(
  `what is typed is kept two seconds after the last key, and the page says when${why}`,
  async () => {
    const page = await formPage()
    await page.getByLabel('Words').pressSequentially('She was seen')
    await page.clock.runFor(1_900)
    expect(site.drafts).toEqual([])
    await page.clock.runFor(200)
    await drafts(1)
    expect(site.drafts[0]).toEqual({
      place: '/note',
      fields: { words: 'She was seen', place: 'Leamside' },
    })
    expect(site.tokens).toEqual(['the token', 'the key'])
    await shows(page, /^Saved as a draft at 14:02\.$/)
    await page.clock.runFor(60_000)
    expect(site.drafts).toHaveLength(1)
  },
)

here(`whoever types without a pause is kept within five seconds${why}`, async () => {
  const page = await formPage()
  const words = page.getByLabel('Words')
  for (let second = 0; second < 6; second += 1) {
    await words.pressSequentially('ab')
    await page.clock.runFor(1_000)
  }
  await drafts(1)
  expect(String(site.drafts[0]!.fields['words']).length).toBeLessThanOrEqual(12)
})

here(
  `passwords, hidden fields and keys are never in a draft, and two choices are a list${why}`,
  async () => {
    const page = await formPage()
    await page.getByLabel('Password', { exact: true }).fill('correct horse')
    await page.getByRole('button', { name: 'Show password' }).click()
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text')
    await page.getByLabel('School').check()
    await page.getByLabel('Home').check()
    await page.clock.runFor(2_100)
    await drafts(1)
    expect(site.drafts[0]!.fields).toEqual({
      words: '',
      place: 'Leamside',
      about: ['school', 'home'],
    })
  },
)

here(
  `when the line drops the page says so, keeps the words and tries again with growing pauses${why}`,
  async () => {
    const page = await formPage()
    site.line = 'down'
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.getByLabel('Words').fill('She was seen')
    await page.clock.runFor(2_100)
    await shows(page, 'Not saved: the connection is down. What you typed is still on this page.')
    expect(await page.getByLabel('Words').inputValue()).toBe('She was seen')
    for (const [pause, tries] of [
      [2_100, 2],
      [3_900, 2],
      [200, 3],
      [7_800, 3],
      [300, 4],
    ] as const) {
      await page.clock.runFor(pause)
      await vi.waitFor(() => expect(asked).toHaveLength(tries))
      await page.waitForTimeout(50)
    }
    site.line = 'up'
    await page.clock.runFor(16_100)
    await drafts(1)
    await shows(page, 'Saved as a draft at 14:02.')
  },
)

here(
  `leaving with words that are not kept yet is asked about, and not once they are kept${why}`,
  async () => {
    const page = await formPage()
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    site.line = 'down'
    await page.getByLabel('Words').fill('She was seen')
    await page.getByRole('link', { name: 'Another page' }).click()
    await vi.waitFor(() => expect(asked).toEqual(['beforeunload']))
    expect(page.url()).toBe(`${root}/note`)
    expect(await page.getByLabel('Words').inputValue()).toBe('She was seen')
    site.line = 'up'
    await page.clock.runFor(20_000)
    await drafts(1)
    await shows(page, 'Saved as a draft')
    await page.getByRole('link', { name: 'Another page' }).click()
    await page.waitForURL(`${root}/other`)
    expect(asked).toHaveLength(1)
  },
)

here(`saving the form asks nothing and sends no draft after it${why}`, async () => {
  const page = await formPage()
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.getByLabel('Words').fill('She was seen')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`${root}/saved`)
  await page.clock.runFor(10_000)
  expect(site.sent).toHaveLength(1)
  expect(site.drafts).toEqual([])
  expect(asked).toEqual([])
})

here(
  `a form that came back because something was wrong is kept without another key${why}`,
  async () => {
    const page = await formPage('/note?again=1')
    await page.clock.runFor(2_100)
    await drafts(1)
  },
)

here(
  `a draft that the site refuses is not tried again until something is typed${why}`,
  async () => {
    const page = await formPage()
    site.line = 'refused'
    await page.getByLabel('Words').fill('She was seen')
    await page.clock.runFor(2_100)
    await shows(page, /^Not saved as a draft\./)
    site.line = 'up'
    await page.clock.runFor(60_000)
    expect(site.drafts).toEqual([])
    await page.getByLabel('Words').pressSequentially(' again')
    await page.clock.runFor(2_100)
    await drafts(1)
  },
)

here(`nothing of a form is kept in the browser${why}`, async () => {
  const page = await formPage()
  await page.getByLabel('Words').fill('She was seen')
  await page.clock.runFor(2_100)
  await drafts(1)
  const kept = await page.evaluate<unknown[]>(
    `indexedDB.databases().then(all => [localStorage.length, sessionStorage.length, all.length, document.cookie])`,
  )
  expect(kept).toEqual([0, 0, 0, ''])
})

here(`without a script the form is a form${why}`, async () => {
  const { page } = await open('/note', { javaScriptEnabled: false })
  await page.getByLabel('Words').fill('She was seen')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(`${root}/saved`)
  expect(site.sent[0]).toContain('words=She+was+seen')
})
