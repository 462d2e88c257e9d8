/** Lists and records of cases and people, as a browser shows them and as paper does. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { aPerson, aTeam } from '../builders/people.ts'
import { testSite } from '../../src/modules/casework/people/testing/site.ts'

const site = await testSite()
const { open, root } = await visitor(site.app)

const team = await aTeam(site.db)
const supervisor = await aPerson(site.db, { team, role: 'supervisor' })
const reference = await site.openCase(supervisor, 'Missing from a home')
const theirs = await site.openCase(await aPerson(site.db, { team, role: 'investigator' }))
await site.put(supervisor, reference, {})
const [id = ''] = await site.peopleOn(reference)
await site.send(supervisor, `/people/${id}/names/new`, {
  kind: 'alias',
  given: 'Ayşe',
  family: 'Demir',
  source: 'A letter',
})
const names = await site.rows(
  'select id from people.name where person_id = $1 order by position',
  id,
)
await site.send(supervisor, `/people/${id}/shown-first`, { name: String(names[1]?.['id']) })

const pages = {
  'the list of cases': '/cases',
  'the list of cases with a wrong filter': '/cases?state=lost&after=never',
  'the list of cases where none fits': '/cases?name=nobodyatall',
  'a page of the list after the first': '/cases?after=2030-01-01_TS-0000-0000_missing child',
  'people who were found': '/people?name=yilmaz',
  'a case': `/cases/${reference}`,
  'taking a case': `/cases/${theirs}/owner`,
  'the record of a person': `/people/${id}`,
  'choosing the name that is shown first': `/people/${id}/shown-first`,
} as const

async function onPage<T>(
  address: string,
  { width, media }: { width: number; media: 'screen' | 'print' },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { page } = await open('/health', { viewport: { width, height: 900 } })
  await page.context().addCookies([{ name: 'turnstone', value: supervisor.token, url: root }])
  await page.emulateMedia({ media })
  await page.goto(root + address)
  return work(page).finally(() => page.context().close())
}

const overflow = (page: Page) =>
  page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )

for (const [what, address] of Object.entries(pages))
  for (const width of [1280, 320])
    test.skipIf(withoutBrowser)(
      `${what} has no axe violation and fits ${String(width)} pixels${why}`,
      () =>
        onPage(address, { width, media: 'screen' }, async page => {
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          const found = violations.flatMap(({ id: rule, nodes }) =>
            nodes.map(node => `${rule}: ${node.target.join(' ')}`),
          )
          expect(found).toEqual([])
          expect(await overflow(page)).toBe(0)
        }),
    )

/** What stands after each link of the content on paper, and the words of those that lead to a form. */
const onPaper = `(() => {
  const links = [...document.querySelectorAll('main a')].filter(one => one.checkVisibility())
  return {
    addresses: links.map(one => getComputedStyle(one, '::after').content).filter(after => after.includes('/')),
    acts: links.map(one => one.getAttribute('href')).filter(to => /(new|edit|end|first|glass|find)$/.test(to)),
    controls: [...document.querySelectorAll('main button, main input, main select')].filter(one => one.checkVisibility()).length,
    links: links.length,
  }
})()`

/** A4 less its margins, at 96 pixels an inch. */
const paper = 673

for (const what of [
  'the list of cases',
  'people who were found',
  'a case',
  'the record of a person',
] as const)
  test.skipIf(withoutBrowser)(
    `${what} on paper has neither addresses nor anything to press, and no column is cut off${why}`,
    () =>
      onPage(pages[what], { width: paper, media: 'print' }, async page => {
        expect(await page.evaluate(onPaper)).toEqual({
          addresses: [],
          acts: [],
          controls: 0,
          links: expect.any(Number) as number,
        })
        expect(await overflow(page)).toBe(0)
      }),
  )

test.skipIf(withoutBrowser)(
  `a page for everybody keeps the addresses of its links on paper, whoever prints it${why}`,
  () =>
    onPage('/inspections', { width: paper, media: 'print' }, async page => {
      const { addresses } = await page.evaluate<{ addresses: string[] }>(onPaper)
      expect(addresses).not.toEqual([])
    }),
)
