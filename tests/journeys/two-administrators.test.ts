/** Two administrators give a newcomer an account, as their browsers and the newcomer's show it. */
import AxeBuilder from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { invite } from '../../src/modules/account/inviting/queries.ts'
import { codeAt, type CodeSecret } from '../../src/modules/account/one-time-codes/code.ts'
import { secretIn } from '../../src/modules/account/testing/secret-in.ts'
import { openMaintenance } from '../../src/platform/db/maintenance.ts'
import { testApp } from '../builders/app.ts'
import { visitor, why, withoutBrowser, type Visited } from '../builders/browser.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner } from '../builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { open, root } = await visitor(app)
const here = test.skipIf(withoutBrowser)
const pictures = process.env['PICTURES']

const codeNow = (secret: CodeSecret): string =>
  codeAt(secret, Math.floor(Temporal.Now.instant().epochMilliseconds / 1000))

/** Free of axe violations, and not wider than the screen. */
const sound = async (page: Page, name: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
    name,
  ).toEqual([])
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(overflow), name).toBeLessThanOrEqual(0)
  if (pictures !== undefined)
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Sets password and codes on the page of an invitation. */
const setUp = async (page: Page): Promise<CodeSecret> => {
  await page.getByLabel('New password', { exact: true }).fill('marble river thistle')
  await page.getByLabel('New password again').fill('marble river thistle')
  const secret = secretIn(await page.content())
  await page.getByLabel('Code from your authenticator app').fill(codeNow(secret))
  await submit(page, 'Set up account')
  return secret
}

/** An administrator whom the command line has invited, signed in. */
async function anAdministrator(name: string, agency: string, width: number) {
  const email = `${name.toLowerCase().replace(' ', '.')}@ardenshire.example`
  const owner = openMaintenance(db.owner)
  const wish = { email, role: 'administrator', name, agency, area: 'Ardenshire' } as const
  const made = await owner.loading(tx => invite(tx, wish, randomUUID()))
  await owner.close()
  if (made.is === 'missing') throw new Error(made.sentence)
  const visited: Visited = await open(`/invitations/${made.token}`, {
    viewport: { width, height: 800 },
  })
  const secret = await setUp(visited.page)
  return { ...visited, email, secret }
}

/** What was proven grows old, and the device may show a code of this half minute again. */
const ageProof = (email: string) =>
  asOwner(db, async client => {
    const of = 'user_id = (select user_id from access.user_contact where email = $1)'
    await client.query(
      `update access.session set proven_at = now() - interval '10 minutes' where ${of}`,
      [email],
    )
    await client.query(`update access.one_time_code set last_step = 0 where ${of}`, [email])
  })

here(
  `one administrator proposes, another agrees, and the newcomer needs what each was shown${why}`,
  { timeout: 120_000 },
  async () => {
    const first = await anAdministrator('Shirin Bagshaw', 'Ardenshire Police', 1280)
    const { page } = first
    await page.goto(`${root}/admin/waiting`)
    expect(await page.getByRole('main').innerText()).toContain('turnstone admin invite EMAIL')
    await sound(page, 'waiting-alone')
    const second = await anAdministrator('Comfort Ludlam', 'Ardenshire Council', 360)

    await page.goto(`${root}/admin/users/new`)
    await page.getByLabel('Agency').selectOption('Ardenshire Council')
    await page.getByLabel('Given name').fill('Ines')
    await page.getByLabel('Family name').fill('Hallow')
    await page.getByLabel('E-mail address at work').fill('ines.hallow@ardenshire.example')
    await ageProof(first.email)
    await submit(page, 'Make the account')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Show again that it is you',
    )
    await page.getByLabel('Code from your authenticator app').fill(codeNow(first.secret))
    await submit(page, 'Continue')
    expect(
      await page.getByText(/until a second administrator agrees: Comfort Ludlam/).count(),
    ).toBe(1)
    await sound(page, 'invite')
    await submit(page, 'Make the address')
    const address = await page.locator('#shown-once').innerText()
    await sound(page, 'address')
    await page.getByRole('link', { name: 'Go on to Ines Hallow' }).click()
    await page.getByRole('button', { name: 'Propose a posting' }).click()
    await page
      .getByLabel('Team', { exact: true })
      .selectOption({ label: 'Administration, Ardenshire Council' })
    await page.getByLabel('Role', { exact: true }).selectOption('Practitioner')
    await sound(page, 'propose-posting')
    await submit(page, 'Propose the posting')
    await sound(page, 'user-waiting')
    expect(await page.getByText('None, so signing in leads to').count()).toBe(1)

    const newcomer = await open(new URL(address).pathname, { javaScriptEnabled: false })
    expect(await newcomer.page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Page not found',
    )

    const { page: theirs } = second
    await theirs.goto(`${root}/admin`)
    await sound(theirs, 'overview')
    await theirs.getByRole('link', { name: 'Show what waits for you' }).click()
    await sound(theirs, 'waiting')
    await theirs.getByRole('link', { name: /^Decide on Ines Hallow: Invite/ }).click()
    await submit(theirs, 'Decide')
    expect(await theirs.getByRole('alert').innerText()).toContain('Choose whether you agree')
    await sound(theirs, 'decide')
    await theirs.getByLabel('Yes').check()
    await submit(theirs, 'Decide')
    const code = await theirs.locator('#shown-once').innerText()
    await sound(theirs, 'code')
    await theirs.getByRole('link', { name: 'Go on to what waits' }).click()
    await theirs.getByRole('link', { name: /^Decide on Ines Hallow: Posting/ }).click()
    await ageProof(second.email)
    await theirs.getByLabel('Yes').check()
    await submit(theirs, 'Decide')
    await theirs.getByLabel('Code from your authenticator app').fill(codeNow(second.secret))
    await submit(theirs, 'Continue')
    expect(await theirs.getByLabel('Yes').isChecked()).toBe(true)
    await submit(theirs, 'Decide')
    expect(await theirs.getByText('Shirin Bagshaw, agreed by Comfort Ludlam').count()).toBe(1)
    await sound(theirs, 'user-agreed')

    const scripted = await open(new URL(address).pathname, {
      viewport: { width: 360, height: 800 },
    })
    await sound(scripted.page, 'invitation-by-code')
    await newcomer.page.goto(address)
    await newcomer.page.getByLabel('Code of the invitation').fill('AAAA-AAAA')
    await setUp(newcomer.page)
    expect(await newcomer.page.getByRole('alert').innerText()).toContain('is not the code')
    await newcomer.page.getByLabel('Code of the invitation').fill(code.toLowerCase())
    await setUp(newcomer.page)
    expect(await newcomer.page.getByRole('heading', { level: 1 }).innerText()).toContain(
      'Your account',
    )
    await newcomer.page.goto(`${root}/work`)
    expect(await newcomer.page.getByRole('main').innerText()).toContain('Practitioner')
    expect(first.complaints).toEqual([])
    // The form that was sent without an answer, on purpose.
    expect(second.complaints).toEqual([expect.stringContaining('status of 400')])
    for (const one of [first, second, newcomer, scripted]) await one.page.context().close()
  },
)
