/** How long it takes until access that somebody lost is lost on every page. */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Bench } from '../bench.ts'
import type { Figure, Measured } from '../figure.ts'
import { session } from '../million/pairs.ts'
import { samplesOf } from '../samples.ts'
import { ask, signIn, type Visitor } from '../visitor.ts'
import { connections } from './audit-rates.ts'
import { losses, type Loss } from './revocation-losses.ts'

export const revocation: Figure = {
  name: 'revocation',
  what: 'From the moment at which a session, an account, an agency, a posting or a share ends to the first refusal, on every page that the person could open',
  must: '< 1 s',
  measure,
}

async function measure(bench: Bench): Promise<Measured> {
  const { port } = await bench.running()
  const roles = await connections(bench)
  const owner = await session(roles.owner)
  try {
    const taken: { loss: Loss; pages: number; lags: number[] }[] = []
    for (const loss of losses) {
      const visitor = await signIn(port, loss.persona)
      const pages = (await pagesOf(port, visitor, await start(owner, visitor, loss))).filter(
        loss.of,
      )
      const lags: number[] = []
      for (const path of pages) lags.push(await lagOf(owner, { port, path, visitor, loss }))
      if (lags.length === 0) throw new Error(`No page was found to lose by ${loss.what}.`)
      taken.push({ loss, pages: pages.length, lags })
    }
    const all = samplesOf(taken.flatMap(({ lags }) => lags))
    return {
      is: 'measured',
      value: all.range[1] / 1000,
      baseline: null,
      unit: 's',
      ratio: null,
      met: all.range[1] < 1000,
      notes: [
        ...taken.map(
          ({ loss: { what }, pages, lags }) =>
            `${what}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${samplesOf(lags).median.toFixed(0)} ms, at most ${Math.max(...lags).toFixed(0)} ms.`,
        ),
        'The value is the longest. Each page answered 200 until then and was asked again and again; the time is from the moment that the database wrote down to the answer that refused.',
      ],
    }
  } finally {
    await owner.end()
  }
}

/** Where to look for pages: for a share, the case that is shared. */
async function start(owner: pg.Client, { token }: Visitor, loss: Loss): Promise<string[]> {
  if (loss.case === undefined) return ['/work', '/cases', '/people']
  const { rows } = await owner.query<{ reference: string }>(loss.case, [token])
  return rows.map(({ reference }) => `/cases/${reference}`)
}

/** Pages to which these and a case of theirs link, which this person may open and the public may not. */
async function pagesOf(port: number, { cookie }: Visitor, from: readonly string[]) {
  const linked = async (path: string) => linksIn((await ask({ port, path, cookie })).body)
  const near = new Set([...from, ...(await Promise.all(from.map(linked))).flat()])
  const oneCase = [...near].find(path => /^\/cases\/TS-[\w-]+$/.test(path))
  const all = near.union(new Set(oneCase === undefined ? [] : await linked(oneCase)))
  const pages: string[] = []
  for (const path of [...all].sort()) {
    const isProtected = (await ask({ port, path })).status !== 200
    if (isProtected && (await ask({ port, path, cookie })).status === 200) pages.push(path)
  }
  return pages
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#?]*)"/g)].map(([, href = '']) => href)

interface Losing {
  readonly port: number
  readonly path: string
  readonly visitor: Visitor
  readonly loss: Loss
}

/** Milliseconds from the loss to the first answer that refuses. */
async function lagOf(owner: pg.Client, { port, path, visitor, loss }: Losing): Promise<number> {
  const page = { port, path, cookie: visitor.cookie }
  const before = await ask(page)
  if (before.status !== 200) throw new Error(`${path} answered ${before.status} before the loss.`)
  const { rows } = await owner.query<{ at: number }>(loss.lose, [visitor.token])
  const at = rows[0]?.at
  if (at === undefined) throw new Error(`Nothing was lost by ${loss.what}.`)
  try {
    for (let tries = 0; tries < 2000; tries += 1) {
      const { status } = await ask(page)
      // Too busy to answer is not a refusal.
      if (status !== 200 && status !== 503) return Math.max(0, Date.now() - at)
      await wait(2)
    }
    throw new Error(`${path} could still be opened after ${loss.what}.`)
  } finally {
    await owner.query(loss.restore, [visitor.token])
  }
}
