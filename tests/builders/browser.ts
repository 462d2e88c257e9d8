import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll } from 'vitest'

/** Where Chromium is on Debian, Ubuntu and macOS; `CHROMIUM` names another. */
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const chromiumPath = places.find((path): path is string => path !== undefined && existsSync(path))

/** For `test.skipIf`: the titles of browser tests end with the reason where there is no Chromium. */
export const withoutBrowser = chromiumPath === undefined
export const why = withoutBrowser
  ? ' (skipped: Chromium is not installed; set CHROMIUM to its path)'
  : ''

export interface Visitor {
  /** A new visitor's page with its own context; `address` begins at the root of the site. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Visited>
  root: string
}

export interface Visited {
  page: Page
  /** Every address that the page asked for. */
  asked: string[]
  /** What the browser complained about: scripts refused, files missing. */
  complaints: string[]
}

/** Puts the site on a free port of this machine and opens a browser; call once in a file, at its top level. */
export async function visitor(app: FastifyInstance): Promise<Visitor> {
  const root = await app.listen({ port: 0, host: '127.0.0.1' })
  const profile = await mkdtemp(join(tmpdir(), 'turnstone-browser-'))
  const browser = chromiumPath === undefined ? null : await launch(chromiumPath, profile)
  afterAll(async () => {
    await browser?.close()
    await rm(profile, { recursive: true, force: true })
  })
  return {
    root,
    open: async (address, options = {}) => {
      if (browser === null) throw new Error('There is no browser.')
      const context = await browser.newContext({ locale: 'en-GB', ...options })
      const page = await context.newPage()
      const [asked, complaints]: [string[], string[]] = [[], []]
      page.on('request', request => asked.push(request.url()))
      page.on('console', message => {
        const about = message.text()
        // The page of an error is itself answered with an error; its files are not.
        const own = about.includes('status of 40') && message.location().url === `${root}${address}`
        if (['error', 'warning'].includes(message.type()) && !own) complaints.push(about)
      })
      page.on('pageerror', error => complaints.push(error.message))
      await page.goto(`${root}${address}`)
      return { page, asked, complaints }
    },
  }
}

const launch = (executablePath: string, profile: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    env: { ...process.env, HOME: profile },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
