import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeDemonstration } from '../../src/demonstration/make.ts'
import { demonstrationSeed, userIdOf } from '../../src/demonstration/personas.ts'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner, signedIn } from '../builders/people.ts'

const db = await testDatabase()
const today = await asOwner(db, async client => {
  const { rows } = await client.query<{ today: string }>('select current_date::text as today')
  return Temporal.PlainDate.from(rows[0]!.today)
})
await makeDemonstration(db.owner, { seed: demonstrationSeed, today })
const { token } = await signedIn(db, userIdOf('standards-auditor'))
const { app } = await testApp(db)
const { open } = await visitor(app)

const here = test.skipIf(withoutBrowser)
const signed = { extraHTTPHeaders: { cookie: `turnstone=${token}` } }
const screens = {
  'a desk': { viewport: { width: 1280, height: 900 } },
  'a phone': { viewport: { width: 320, height: 640 } },
}

/** Addresses of the auditor, or the first link on a page that leads to one. */
const pages = [
  ['/audit-log?who=thrale', null],
  ['/audit-log?who=thrale', '.turnstone-log a'],
  ['/audit-log?record=nothing', null],
  ['/audit-log/export?who=thrale', null],
  ['/oversight/look-ups', null],
  ['/oversight/look-ups', '.turnstone-log a'],
  ['/oversight/glass', null],
  ['/oversight/glass', '.turnstone-log a'],
] as const

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

here.each(
  Object.entries(screens).flatMap(([name, size]) => pages.map(at => [name, ...at, size] as const)),
)(
  `on %s %s %s has no axe violation and does not scroll sideways${why}`,
  async (_name, address, link, size) => {
    const { page } = await open(address, { ...size, ...signed })
    if (link !== null) await page.locator(link).first().click()
    await page.waitForLoadState()
    expect(await violations(page)).toEqual([])
    expect(
      await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0)
    await page.context().close()
  },
)
