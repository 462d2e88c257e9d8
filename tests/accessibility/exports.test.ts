/** The pages of files of cases, as each who has a part in them sees them in a browser. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { exporting, twoLines } from '../../src/modules/casework/exporting/testing/at-work.ts'
import { aCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { aPerson, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { open, root } = await visitor(app)
const { ask, agreed, decide, take, rows } = exporting(app, db)

const { team, asker, second } = await twoLines(db)
const auditor = await aPerson(db, {
  team: await aTeam(db, { beside: team }),
  role: 'standards-auditor',
})
const analyst = await aPerson(db, { team, role: 'analyst' })
for (let n = 0; n < 3; n += 1) await aCase(db, team)
const taken = await agreed(asker, second)
await take(asker, taken)
const declined = await ask(asker, 'sensitivity=ordinary&state=all')
await decide(second, declined, { decision: 'decline', reason: 'The team has this list already' })
const waiting = await ask(asker, 'type=missing+child')

const pages: [string, string, TestPerson][] = [
  ['those of the asker', '/exports', asker],
  ['those of the second person', '/exports', second],
  ['those of the auditor', '/exports', auditor],
  ['none yet', '/exports', analyst],
  ['asking', '/exports/new?type=missing+child', asker],
  ['asking where nothing fits', '/exports/new?state=closed', asker],
  ['one that may be taken', `/exports/${taken}`, asker],
  ['the same to the auditor', `/exports/${taken}`, auditor],
  ['one that was declined', `/exports/${declined}`, asker],
  ['deciding', `/exports/${waiting}/decision`, second],
  ['the entry of a file in the log', await entryOf(), auditor],
  ['the inbox', '/inbox', second],
]

/** The page of the audit log about the file that was taken. */
async function entryOf(): Promise<string> {
  const [entry] = await rows(`select id from audit.entry where verb = 'export.download'`)
  return `/audit-log/${String(entry?.['id'])}`
}

for (const [what, page, person] of pages)
  for (const width of [1280, 320])
    test.skipIf(withoutBrowser)(
      `${what}: no axe violation, and fits ${String(width)} pixels${why}`,
      async () => {
        const visited = await open('/health', { viewport: { width, height: 900 } })
        await visited.page
          .context()
          .addCookies([{ name: 'turnstone', value: person.token, url: root }])
        await visited.page.goto(root + page)
        const { violations } = await new AxeBuilder({ page: visited.page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(node => `${id}: ${node.target.join(' ')}`),
        )
        expect(found).toEqual([])
        expect(
          await visited.page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBe(0)
        await visited.page.context().close()
      },
    )

test.skipIf(withoutBrowser)(
  `a file is asked for, agreed to and saved in a browser without JavaScript${why}`,
  async () => {
    const as = async (person: TestPerson) => {
      const { page } = await open('/health', { javaScriptEnabled: false })
      await page.context().addCookies([{ name: 'turnstone', value: person.token, url: root }])
      return page
    }
    const mine = await as(asker)
    await mine.goto(`${root}/cases`)
    await mine.getByRole('link', { name: 'Export these cases' }).click()
    await mine.getByLabel('A review of the work of a team').check()
    await mine.getByLabel('Why you need it').fill('The yearly review of the team is due')
    await mine.getByRole('button', { name: 'Ask a second person' }).click()
    const url = mine.url()
    const theirs = await as(second)
    await theirs.goto(`${url}/decision`)
    await theirs.getByLabel('Yes').check()
    await theirs.getByRole('button', { name: 'Decide' }).click()
    await mine.goto(url)
    const [download] = await Promise.all([
      mine.waitForEvent('download'),
      mine.getByRole('button', { name: 'Take the file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('cases-2026-11-23.csv')
    await Promise.all([mine, theirs].map(page => page.context().close()))
  },
)
