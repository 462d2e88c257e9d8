/**
 * A small site with one form, as the real one answers: enough to try what the pages' script does when
 * the line drops, the session ends or somebody else signs in.
 */
import { build } from 'esbuild'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { compile } from 'sass'
import { afterAll } from 'vitest'
import { inProgram } from '../../src/platform/config/program-root.ts'
import { unbuiltAssets } from '../../src/platform/web/assets/manifest.ts'
import { Button } from '../../src/platform/web/components/button.tsx'
import { Checkboxes } from '../../src/platform/web/components/checkboxes.tsx'
import { Input } from '../../src/platform/web/components/input.tsx'
import { PasswordInput } from '../../src/platform/web/components/password-input.tsx'
import { Textarea } from '../../src/platform/web/components/textarea.tsx'
import { document, Page } from '../../src/platform/web/layout/page.tsx'
import { securityHeaders } from '../../src/platform/web/security-headers.ts'

export interface Draft {
  readonly place: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
}

export interface FormSite {
  readonly app: FastifyInstance
  /** Drafts that were kept, oldest first. */
  readonly drafts: Draft[]
  /** Headers that each draft came with. */
  readonly tokens: (string | string[] | undefined)[]
  /** Forms that were sent, as they came. */
  readonly sent: string[]
  /** Tokens that came to /account/alive. */
  readonly stays: string[]
  /** How the site answers drafts and /account/alive. */
  line: 'up' | 'down' | 'signed out' | 'refused'
}

/** Call once in a file, at its top level. */
export async function formSite(): Promise<FormSite> {
  const app = Fastify()
  afterAll(() => app.close())
  const site: FormSite = { app, drafts: [], tokens: [], sent: [], stays: [], line: 'up' }
  const [script, style] = [await scriptOfThePages(), styleOfThePages()]
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => body,
  )
  app.addHook('onRequest', async (_request, reply) => {
    const policy = `${securityHeaders['content-security-policy'] ?? ''}; connect-src 'self'`
    reply.headers({ ...securityHeaders, 'content-security-policy': policy })
  })
  app.get(unbuiltAssets.script, async (_request, reply) =>
    reply.type('text/javascript').send(script),
  )
  app.get(unbuiltAssets.style, async (_request, reply) => reply.type('text/css').send(style))
  app.get('/:page', async (request, reply) =>
    reply.type('text/html').send(pageOf(request.query as Wishes)),
  )
  app.post<{ Body: Draft }>('/drafts', async (request, reply) => {
    if (site.line !== 'up') return otherwise(site.line, reply)
    site.drafts.push(request.body)
    site.tokens.push(request.headers['x-form-token'], request.headers['x-form-key'])
    return reply.code(204).send()
  })
  app.post('/account/alive', async (request, reply) => {
    if (site.line !== 'up') return otherwise(site.line, reply)
    site.stays.push(String(request.headers['x-form-token']))
    return reply.code(204).send()
  })
  app.post<{ Body: string }>('/:page', async (request, reply) => {
    site.sent.push(`${request.url} ${request.body}`)
    return reply.redirect('/saved', 303)
  })
  return site
}

function otherwise(line: Exclude<FormSite['line'], 'up'>, reply: FastifyReply): FastifyReply {
  if (line === 'signed out') return reply.redirect('/sign-in?next=/note', 303)
  if (line === 'refused') return reply.code(400).send({})
  reply.raw.destroy()
  return reply.hijack()
}

/** Seconds of the session, whose it is, and whether the form came back because something was wrong. */
type Wishes = Partial<Record<'idle' | 'ends' | 'of' | 'again', string>>

const pageOf = ({ idle, ends = '43200', of = 'a', again }: Wishes): string =>
  document(
    <Page
      title="A note"
      navigation={[]}
      current=""
      assets={unbuiltAssets}
      person={{
        name: 'Ruth Alder',
        agency: 'Ardenshire Police',
        roles: ['Investigator'],
        notices: 0,
        signOut: { _token: 'out' },
        shownAt: '14:02 on 23 November 2026',
        session:
          idle === undefined
            ? undefined
            : { of, idleSeconds: Number(idle), endsInSeconds: Number(ends) },
      }}
    >
      <form
        method="post"
        action="/note"
        noValidate
        data-draft="/drafts"
        data-draft-unsent={again === undefined ? undefined : ''}
      >
        <input type="hidden" name="_token" value="the token" />
        <input type="hidden" name="_key" value="the key" />
        <input type="hidden" name="unseen" value="not typed" />
        <Textarea name="words" label="Words" value="" />
        <Input name="place" label="Place" value="Leamside" />
        <PasswordInput name="password" label="Password" />
        <Checkboxes
          name="about"
          items={[
            { value: 'school', text: 'School' },
            { value: 'home', text: 'Home' },
          ]}
        />
        <Button text="Save" />
      </form>
      <a href="/other">Another page</a>
    </Page>,
  )

async function scriptOfThePages(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inProgram('src/platform/web/assets/browser/start.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const styleOfThePages = (): string =>
  compile(inProgram('src/platform/web/assets/styles/turnstone.scss'), {
    loadPaths: [inProgram('node_modules'), inProgram()],
    quietDeps: true,
  }).css
