/** The pages on which people see and change who reaches a case, as a supervisor's browser shows them. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { aCase, atWork, block, name } from '../../src/modules/casework/reach/testing/at-work.ts'
import { foundAgainst } from '../../src/modules/casework/glass/testing/found-against.ts'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { open, root } = await visitor(app)
const { fill } = atWork(app)

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team, agency: 'new' })
const supervisor = await aPerson(db, { team, role: 'supervisor' })
const second = await aPerson(db, { team, role: 'supervisor' })
const partner = await aPerson(db, { team: beside, role: 'practitioner' })
const one = await aCase(db, team, { owner: supervisor.id })
const other = await aCase(db, team, { owner: supervisor.id })
const at = `/cases/${one.reference}`
const broke = `/cases/${other.reference}`

await fill(supervisor, `${at}/shares/new`, {
  to: `agency ${beside.agencyId}`,
  days: '30',
  basis: 'consent',
  why: 'They meet the child each week',
})
await name(db, one, partner)
await block(db, one, await aPerson(db, { team, role: 'investigator' }))
await fill(second, `${at}/seal`, { why: 'A colleague of ours is a suspect' })
await fill(partner, '/break-glass', {
  reference: other.reference,
  category: 'a child in danger now',
  reason: 'A call came in about the child',
})

// Somebody who can no longer break the glass, and somebody who is asked why before a case is shown.
const auditor = await aPerson(db, { team: beside, role: 'standards-auditor' })
const needless = await aPerson(db, { team, role: 'investigator' })
await foundAgainst(db, needless, { times: 3, by: auditor })
const analyst = await aPerson(db, { team: beside, role: 'analyst', forceWide: true })
await asOwner(db, client =>
  client.query(`update platform.setting set value = 480 where name = 'purpose-lasts'`),
)

const pages: [string, TestPerson][] = [
  [at, supervisor],
  [at, partner],
  [broke, partner],
  [`${at}/team`, supervisor],
  [`${at}/sensitivity`, supervisor],
  [`${at}/named?find=person`, supervisor],
  [`${at}/named/${partner.id}/end`, supervisor],
  [`${at}/shares/new?find=person`, supervisor],
  [`${at}/blocks/new?find=person`, supervisor],
  [`${broke}/seal`, supervisor],
  [`${at}/seal/decision`, supervisor],
  ['/break-glass', partner],
  ['/inbox', supervisor],
  ['/break-glass', needless],
  ['/oversight/glass', auditor],
  [`/oversight/glass/kept/${needless.id}`, auditor],
  [broke, analyst],
  [`${broke}/purpose`, analyst],
]

for (const [n, [page, person]] of pages.entries())
  for (const width of [1280, 320])
    test.skipIf(withoutBrowser)(
      `${page.replace(one.reference, 'one').replace(other.reference, 'other').replace(partner.id, 'partner').replace(needless.id, 'needless')} (${String(n)}) has no axe violation and fits ${String(width)} pixels${why}`,
      async () => {
        const visited = await open('/health', { viewport: { width, height: 900 } })
        await visited.page
          .context()
          .addCookies([{ name: 'turnstone', value: person.token, url: root }])
        await visited.page.goto(root + page)
        const { violations } = await new AxeBuilder({ page: visited.page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(
          violations.flatMap(({ id, nodes }) =>
            nodes.map(node => `${id}: ${node.target.join(' ')}`),
          ),
        ).toEqual([])
        expect(
          await visited.page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBe(0)
        await visited.page.context().close()
      },
    )
