import { expect, test } from 'vitest'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'

const { app } = await testApp(await testDatabase())
const { open } = await visitor(app)

const here = test.skipIf(withoutBrowser)
const withoutScript = { javaScriptEnabled: false }

here(
  `without JavaScript: from the first page to West Midlands and its verdict with sources${why}`,
  async () => {
    const { page } = await open('/', withoutScript)
    await page.getByLabel('Read about one force').selectOption('West Midlands')
    await page.getByRole('button', { name: 'Show force' }).click()
    expect(page.url()).toMatch(/\/inspections\/forces\/west-midlands$/)
    await expectText(
      page.locator('main'),
      '5 of 9 inadequate, then 17 of 21 inadequate or requiring',
    )
    expect(
      await page.getByRole('link', { name: /^Source: theguardian\.com/ }).count(),
    ).toBeGreaterThan(0)
    await page.context().close()
  },
)

here(`without JavaScript: choosing no force says what to do${why}`, async () => {
  const { page } = await open('/', withoutScript)
  await page.getByRole('button', { name: 'Show force' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  await page.getByRole('link', { name: 'Choose a force from the list' }).click()
  expect(page.url()).toMatch(/#force$/)
  await page.context().close()
})

here(`without JavaScript: the programme is filtered, ordered and downloaded${why}`, async () => {
  const { page } = await open('/inspections', withoutScript)
  await page.getByLabel('Region').selectOption('Wales')
  await page.getByLabel('Order').selectOption('First inspected, earliest first')
  await page.getByRole('button', { name: 'Show forces' }).click()
  await expectText(page.getByRole('table').first(), '4 of 43 forces')
  const rows = page.getByRole('table').first().getByRole('rowheader')
  expect(await rows.allInnerTexts()).toEqual(['Dyfed-Powys', 'South Wales', 'Gwent', 'North Wales'])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'results.csv' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('inspections-results.csv')
  await page.context().close()
})

here(
  `by keyboard alone: the first tab skips to the content, and the list is filtered${why}`,
  async () => {
    const { page } = await open('/inspections')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#main-content$/)
    await page.getByLabel('Name').focus()
    await page.keyboard.type('york')
    await page.keyboard.press('Enter')
    await page.waitForURL(/name=york/)
    await expectText(page.getByRole('table').first(), '3 of 43 forces')
    await page.context().close()
  },
)

here(
  `by keyboard alone: everything that can be reached shows where the focus is${why}`,
  async () => {
    const { page } = await open('/inspections/forces/suffolk')
    const unseen: string[] = []
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate<{ on: string; seen: boolean } | null>(focusSeen)
      if (focus === null) break
      if (!focus.seen) unseen.push(focus.on)
    }
    expect(unseen).toEqual([])
    await page.context().close()
  },
)

here(`the comparison leads to the page of a force and back${why}`, async () => {
  const { page } = await open('/inspections/comparison')
  await expectText(page.locator('main'), 'There is no order of merit here')
  await page.getByRole('link', { name: 'Suffolk' }).first().click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Suffolk')
  await page.getByRole('link', { name: 'Inspections' }).first().click()
  expect(page.url()).toMatch(/\/inspections$/)
  await page.context().close()
})

/** Focus is seen when the focused thing differs from how it looks unfocused: an outline, shadow or ground. */
const focusSeen = `(() => {
  const on = document.activeElement
  if (on === null || on === document.body) return null
  const style = getComputedStyle(on)
  const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' ||
    style.backgroundColor === 'rgb(255, 221, 0)'
  return { on: on.outerHTML.slice(0, 80), seen }
})()`

async function expectText(
  where: { innerText: () => Promise<string> },
  text: string,
): Promise<void> {
  expect(await where.innerText()).toContain(text)
}
