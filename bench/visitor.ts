/** Somebody of the demonstration who has signed in over HTTP, and what a page answers them. */
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { tokenHash, type TokenHash } from '../src/platform/access/token.ts'

export interface Visitor {
  readonly cookie: string
  /** The digest by which the database knows the session. */
  readonly token: TokenHash
}

/** Signs in as a persona; waits while the demonstration is being made. */
export async function signIn(port: number, persona: string): Promise<Visitor> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { cookie } = await ask({ port, path: '/demo/sign-in', form: { persona } })
    const token = tokenHash(/=([\w-]+)/.exec(cookie ?? '')?.[1] ?? '')
    if (cookie !== null && token !== null) return { cookie, token }
    await wait(100)
  }
  throw new Error(`waited a minute to sign in as ${persona}, in vain`)
}

export interface Asked {
  readonly port: number
  readonly path: string
  readonly cookie?: string
  /** Sent with POST. */
  readonly form?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly body: string
  /** `name=value` of the cookie that it sets. */
  readonly cookie: string | null
}

export const ask = ({ port, path, cookie, form }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const method = form === undefined ? 'GET' : 'POST'
    const asking = request({ host: '127.0.0.1', port, path, headers, method }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body,
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? null,
        }),
      )
    })
    asking.on('error', reject)
    asking.end(form === undefined ? undefined : new URLSearchParams(form).toString())
  })
