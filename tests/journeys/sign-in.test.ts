import AxeBuilder from '@axe-core/playwright'
import type { CDPSession, Page } from 'playwright-core'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { invite } from '../../src/modules/account/inviting/queries.ts'
import { codeAt } from '../../src/modules/account/one-time-codes/code.ts'
import { secretIn } from '../../src/modules/account/testing/secret-in.ts'
import { openMaintenance } from '../../src/platform/db/maintenance.ts'
import {
  aHolder,
  codeNow,
  forgetUsedCodes,
  testSite,
  type Holder,
} from '../../src/modules/account/testing/site.ts'
import { visitor, why, withoutBrowser } from '../builders/browser.ts'

const site = await testSite()
const { open, root } = await visitor(site.app)
// Browsers allow passkeys at this name of the machine, and at no bare number.
const named = root.replace('127.0.0.1', 'localhost')
const here = test.skipIf(withoutBrowser)
const pictures = process.env['PICTURES']

const signIn = async (page: Page, holder: Holder): Promise<void> => {
  await page.getByLabel('Email address').fill(holder.email)
  await page.getByLabel('Password', { exact: true }).fill(holder.password)
  await page.getByLabel('Code from your authenticator app').fill(codeNow(holder))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const sound = async (page: Page, name: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) })),
  ).toEqual([])
  if (pictures !== undefined)
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

here(
  `without JavaScript: signing in, a wrong code first, then the account, then out${why}`,
  async () => {
    const holder = await aHolder(site)
    const { page } = await open('/sign-in?next=/account', { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    expect(await page.title()).toBe('Error: Sign in - Turnstone')
    await signIn(page, { ...holder, password: 'something else' })
    expect(await page.getByRole('alert').innerText()).toContain('is not right')
    expect(await page.getByLabel('Email address').inputValue()).toBe(holder.email)
    await signIn(page, holder)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Your account')
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You have signed out')
    await page.goto(`${root}/account`)
    expect(page.url()).toContain('/sign-in?next=%2Faccount')
    await page.context().close()
  },
)

here(
  `without JavaScript the page says that passkeys need it, and codes go on working${why}`,
  async () => {
    const { page } = await open('/sign-in', { javaScriptEnabled: false })
    await page.goto(`${named}/sign-in`)
    expect(await page.getByText('A passkey needs JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Use a passkey' }).isVisible()).toBe(false)
    await page.context().close()
  },
)

here(`a passkey is added on the account page and signs in${why}`, async () => {
  const holder = await aHolder(site)
  const { page, complaints } = await open('/sign-in')
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', { options: deviceOptions })
  await page.goto(`${named}/sign-in?next=/account`)
  await signIn(page, holder)
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('Work phone')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('rowheader', { name: 'Work phone' }).waitFor()
  await page.goto(`${named}/sign-out`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${named}/sign-in?next=/account`)
  expect(await page.getByText('A passkey needs JavaScript').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('rowheader', { name: 'Work phone' }).waitFor()
  expect(await page.getByText('passkey', { exact: true }).count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
  await page.context().close()
})

here(`whoever puts the passkey away reads a sentence and may go on with a code${why}`, async () => {
  const { page } = await open('/sign-in')
  const device: CDPSession = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...deviceOptions, isUserVerified: false },
  })
  await page.goto(`${named}/sign-in`)
  expect(await page.getByText('The passkey was not used.').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('The passkey was not used.').waitFor()
  await page.context().close()
})

const deviceOptions = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

here(
  `without JavaScript: an invitation is taken up by typing the secret into an app${why}`,
  async () => {
    const owner = openMaintenance(site.db.owner)
    const wish = { role: 'administrator', name: 'Mary Quill', agency: null, area: null } as const
    const made = await owner.loading(tx =>
      invite(tx, { ...wish, email: 'mary.quill@ardenshire.example' }, randomUUID()),
    )
    await owner.close()
    if (made.is === 'missing') throw new Error(made.sentence)
    const scripted = await open(`/invitations/${made.token}`)
    await sound(scripted.page, 'invitation')
    await scripted.page.context().close()
    const { page } = await open(`/invitations/${made.token}`, { javaScriptEnabled: false })
    await page.getByLabel('New password', { exact: true }).fill('marble river thistle')
    await page.getByLabel('New password again').fill('marble river')
    const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
    const code = codeAt(secretIn(await page.content()), now)
    await page.getByLabel('Code from your authenticator app').fill(code)
    await page.getByRole('button', { name: 'Set up account' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('was not the same both times')
    await page.getByLabel('New password', { exact: true }).fill('marble river thistle')
    await page.getByLabel('New password again').fill('marble river thistle')
    await page.getByLabel('Code from your authenticator app').fill(code)
    await page.getByRole('button', { name: 'Set up account' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Your account')
    await page.context().close()
  },
)

here.for([1100, 360])(
  `each page is sound and looks as it should, %i wide${why}`,
  { timeout: 60_000 },
  async width => {
    const holder = await aHolder(site)
    const { page } = await open('/sign-in', { viewport: { width, height: 800 } })
    await page.goto(`${named}/sign-in?next=/account`)
    await sound(page, `sign-in-${width}`)
    await signIn(page, { ...holder, password: 'something else' })
    await sound(page, `sign-in-error-${width}`)
    await signIn(page, holder)
    await sound(page, `account-${width}`)
    for (const [name, address] of [
      ['password', '/account/password'],
      ['one-time-code', '/account/one-time-code'],
      ['new-passkey', '/account/passkeys/new'],
      ['proof', '/account/proof?next=/account'],
      ['sign-out', '/sign-out'],
    ] as const) {
      await page.goto(`${named}${address}`)
      await sound(page, `${name}-${width}`)
    }
    await page.goto(`${named}/account`)
    await page.getByRole('button', { name: 'Make new recovery codes' }).click()
    await sound(page, `recovery-codes-${width}`)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
    await forgetUsedCodes(site, holder.id)
    await page.context().close()
  },
)
