import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { publicPages } from '../builders/public-pages.ts'

const { app } = await testApp(await testDatabase())
const { open, root } = await visitor(app)

const phone = { viewport: { width: 320, height: 640 } }
const desk = { viewport: { width: 1280, height: 900 } }
/** What a desk of 1280 pixels shows at 200% zoom. */
const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }

const here = test.skipIf(withoutBrowser)

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

here.each(publicPages)(`%s has no axe violation at a desk${why}`, async address => {
  const { page, asked, complaints } = await open(address, desk)
  expect(await violations(page)).toEqual([])
  expect(asked.filter(url => !url.startsWith(`${root}/`))).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

here.each(publicPages)(
  `%s has no axe violation on a phone and does not scroll sideways${why}`,
  async address => {
    const { page } = await open(address, phone)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  },
)

here.each(publicPages)(
  `%s fits when zoomed to twice its size, without JavaScript${why}`,
  async address => {
    const { page } = await open(address, { ...zoomed, javaScriptEnabled: false })
    expect(await overflow(page)).toBe(0)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('.js-enabled').count()).toBe(0)
    await page.context().close()
  },
)

here.each(publicPages)(
  `%s prints without navigation and with the addresses of its links${why}`,
  async address => {
    const { page } = await open(address, desk)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.govuk-service-navigation').isVisible()).toBe(false)
    expect(await page.locator('.govuk-button:visible').count()).toBe(0)
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(5_000)
    await page.context().close()
  },
)

here(`axe is really asked: a page with a planted fault is not passed${why}`, async () => {
  const { page } = await open('/about', desk)
  await page.evaluate(
    `document.querySelector('main').innerHTML += '<img src="/assets/mark.svg"><input>'`,
  )
  expect((await violations(page)).map(found => found.split(':')[0])).toEqual(
    expect.arrayContaining(['image-alt', 'label']),
  )
  await page.context().close()
})
