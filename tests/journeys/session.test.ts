import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { formSite } from './form-site.tsx'

const site = await formSite()
const { open, root } = await visitor(site.app)
const here = test.skipIf(withoutBrowser)

beforeEach(() => {
  site.line = 'up'
  for (const list of [site.drafts, site.sent, site.stays]) list.length = 0
})

/** A page of a session of fifteen minutes, where time passes only when it is told to. */
async function sessionPage(query = 'idle=900', beside?: Page): Promise<Page> {
  const page = beside ? await beside.context().newPage() : (await open('/blank')).page
  await page.clock.install({ time: '2026-11-23T14:01:59Z' })
  await page.clock.pauseAt('2026-11-23T14:02:00Z')
  await page.goto(`${root}/note?${query}`)
  return page
}

const minutes = (page: Page, count: number) => page.clock.runFor(count * 60_000)
const dialog = (page: Page) => page.getByRole('dialog')
const stay = (page: Page) => page.getByRole('button', { name: 'Stay signed in' })
const ended = (page: Page) => page.getByRole('heading', { name: 'You have been signed out' })
const gone = (page: Page) => vi.waitFor(async () => expect(await dialog(page).count()).toBe(0))
const there = (page: Page) => vi.waitFor(async () => expect(await ended(page).count()).toBe(1))

here(
  `two minutes before the end a dialog says when it is, and staying keeps the session${why}`,
  async () => {
    const page = await sessionPage()
    await minutes(page, 12.9)
    expect(await dialog(page).count()).toBe(0)
    await minutes(page, 0.2)
    expect(await dialog(page).getByRole('heading').textContent()).toBe(
      'You will be signed out at 14:17',
    )
    await stay(page).click()
    await gone(page)
    expect(site.stays).toEqual(['out'])
    await minutes(page, 12.8)
    expect(await dialog(page).count()).toBe(0)
    await minutes(page, 0.3)
    expect(await dialog(page).count()).toBe(1)
    expect(await ended(page).count()).toBe(0)
  },
)

here(`the dialog has the focus, keeps it, names itself, and Escape stays${why}`, async () => {
  const page = await sessionPage()
  await page.getByLabel('Words').focus()
  await minutes(page, 13.1)
  const focus = () => page.evaluate<string>('document.activeElement.textContent')
  expect(await focus()).toBe('Stay signed in')
  const visited = new Set<string>()
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab')
    visited.add(
      await page.evaluate<string>(`document.activeElement.closest('dialog, body').tagName`),
    )
    visited.add(await focus())
  }
  expect(visited).not.toContain('Another page')
  expect(visited).toContain('Sign out')
  await page.evaluate(`document.querySelector('[name=words]').focus()`)
  expect(await page.evaluate(`document.activeElement.name`)).not.toBe('words')
  await page.clock.resume()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([])
  await page.keyboard.press('Escape')
  await gone(page)
  expect(site.stays).toHaveLength(1)
  expect(await page.evaluate('document.activeElement.name')).toBe('words')
})

here(`signing out in the dialog sends the form of the header${why}`, async () => {
  const page = await sessionPage()
  await minutes(page, 13.1)
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${root}/saved`)
  expect(site.sent).toEqual(['/sign-out _token=out'])
})

here(
  `when the site cannot be reached the dialog says so and stays, and can be tried again${why}`,
  async () => {
    const page = await sessionPage()
    await minutes(page, 13.1)
    site.line = 'down'
    await stay(page).click()
    await dialog(page).getByText('Turnstone could not be reached').waitFor()
    site.line = 'up'
    await stay(page).click()
    await gone(page)
  },
)

here(
  `when it turns out that the session has ended already, staying covers the page${why}`,
  async () => {
    const page = await sessionPage()
    await minutes(page, 13.1)
    site.line = 'signed out'
    await stay(page).click()
    await there(page)
    expect(await dialog(page).count()).toBe(0)
  },
)

here(
  `when the session has ended nothing of the page is left but a sentence and a way back in${why}`,
  async () => {
    const page = await sessionPage()
    await minutes(page, 15.1)
    await there(page)
    expect(await page.title()).toBe('You have been signed out - Turnstone')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(
      'You have been signed out',
    )
    expect(await page.evaluate('document.body.textContent')).not.toContain('Ruth Alder')
    const link = page.getByRole('link', { name: 'Sign in again' })
    expect(await link.getAttribute('href')).toBe('/sign-in?next=%2Fnote')
    expect(await link.getAttribute('target')).toBeNull()
    await page.clock.resume()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.length])).toEqual([])
  },
)

here(
  `words that were not kept stay in the covered page, and are there when the same person is back${why}`,
  async () => {
    const page = await sessionPage()
    site.line = 'down'
    await page.getByLabel('Words').fill('She was seen')
    await minutes(page, 15.1)
    await there(page)
    expect(await page.getByLabel('Words').isVisible()).toBe(false)
    expect(await page.getByText('Ruth Alder').first().isVisible()).toBe(false)
    expect(await page.getByRole('link').getAttribute('target')).toBe('_blank')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByLabel('Words').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await sessionPage('idle=900', page)
    await vi.waitFor(async () => expect(await ended(page).count()).toBe(0))
    expect(await page.getByLabel('Words').inputValue()).toBe('She was seen')
    expect(await page.title()).toBe('A note - Turnstone')
  },
)

here(`when somebody else signs in, what the person before left stays covered${why}`, async () => {
  const page = await sessionPage()
  site.line = 'down'
  await page.getByLabel('Words').fill('She was seen')
  await minutes(page, 15.1)
  await there(page)
  await sessionPage('idle=900&of=b', page)
  await page.waitForTimeout(200)
  expect(await page.getByLabel('Words').isVisible()).toBe(false)
})

here(`a page that is open while somebody else signs in is covered at once${why}`, async () => {
  const page = await sessionPage()
  await sessionPage('idle=900&of=b', page)
  await there(page)
})

here(`work in one page keeps the others of the same person${why}`, async () => {
  const page = await sessionPage()
  await minutes(page, 13.1)
  expect(await dialog(page).count()).toBe(1)
  const other = await sessionPage('idle=900', page)
  await gone(page)
  await minutes(page, 12)
  await other.getByLabel('Words').fill('She was seen')
  await other.clock.runFor(2_100)
  await vi.waitFor(() => expect(site.drafts).toHaveLength(1))
  await page.waitForTimeout(200)
  await minutes(page, 3)
  expect(await dialog(page).count()).toBe(0)
})

here(`signing out in one page covers the others${why}`, async () => {
  const page = await sessionPage()
  const other = await sessionPage('idle=900', page)
  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.waitForURL(`${root}/saved`)
  await there(page)
})

here(
  `a session that ends in any case is told of, and staying does not put it off${why}`,
  async () => {
    const page = await sessionPage('idle=900&ends=600')
    await minutes(page, 8.1)
    expect(await dialog(page).getByRole('heading').textContent()).toBe(
      'You will be signed out at 14:12',
    )
    expect(await stay(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Go on until then' }).click()
    expect(await dialog(page).count()).toBe(0)
    expect(site.stays).toEqual([])
    await minutes(page, 2)
    await there(page)
  },
)

here(`a computer that slept past the end covers the page when it wakes${why}`, async () => {
  const page = await sessionPage()
  await page.clock.setSystemTime('2026-11-23T18:00:00Z')
  expect(await ended(page).count()).toBe(0)
  await page.evaluate(`dispatchEvent(new Event('focus'))`)
  await there(page)
})

here(
  `a draft that is answered with the sign-in page ends the session here, and keeps the words${why}`,
  async () => {
    const page = await sessionPage()
    site.line = 'signed out'
    await page.getByLabel('Words').fill('She was seen')
    await page.clock.runFor(2_100)
    await there(page)
    expect(await page.getByLabel('Words').inputValue()).toBe('She was seen')
  },
)

here(`a page of nobody's session is never covered${why}`, async () => {
  const page = await sessionPage('of=a')
  await minutes(page, 60 * 13)
  expect(await dialog(page).count()).toBe(0)
  expect(await ended(page).count()).toBe(0)
})
