import type { FastifyInstance } from 'fastify'
import type { Writer } from '../../../../platform/db/door.ts'
import { Broken } from '../../../../platform/log/broken.ts'
import { handedCodeDigest, newHandedCode } from '../../../../platform/sessions/handed-code.ts'
import type { ProgramKey } from '../../../../platform/sessions/program-key.ts'
import { beginSession, said } from '../../../../platform/sessions/queries.ts'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Saved } from '../../../../platform/web/forms/saved.ts'
import { userPlace } from '../../crumbs.ts'
import type { AdminParts } from '../../parts.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { subjectsOf, type Proposal } from '../proposal.ts'
import { proposalAsked } from '../read.ts'
import { decidingForm } from './form.ts'
import { decidingPage } from './page.tsx'
import { agree, decline, type Agreed } from './queries.ts'
import { codePage, halfPage } from './shown-once.tsx'
import { isSaid, sentences, type Undecided } from './undecided.ts'

/** The word of the second administrator on what another has proposed. */
export function decidingRoutes(app: FastifyInstance, { program: { key } }: AdminParts): void {
  formPage(app, {
    at: '/admin/waiting/:proposal',
    reads: 'admin.read',
    writes: 'proposal.decide',
    form: decidingForm,
    open: proposalAsked,
    start: () => ({}),
    page: decidingPage,
    save: async (tx, { value: { decision, why }, model: proposal, note }) => {
      note.about({ codes: [decision, proposal.kind] })
      if (decision === 'agree') return agreed(tx, key, proposal)
      const outcome = await decline(tx, proposal.id, why)
      if (outcome !== 'done') return undecided(outcome, proposal)
      return { is: 'saved', location: '/admin/waiting#settled' }
    },
  })
}

/** Agrees in this transaction, and shows once what only the second administrator may see. */
async function agreed(tx: Writer, key: ProgramKey, proposal: Proposal): Promise<Saved> {
  const code = newHandedCode()
  const { kind, userId } = proposal
  const digest = kind === 'invitation' ? handedCodeDigest(key, userId ?? '', code) : null
  const outcome = await agree(tx, proposal.id, digest)
  if (outcome.is !== 'done') return undecided(outcome.is, proposal)
  if (kind === 'invitation')
    return { is: 'saved', location: '/admin/waiting', once: codePage(proposal, code) }
  if (outcome.token !== null) {
    await beginToken(tx, key, proposal, outcome.token)
    const once = halfPage(proposal, outcome.token.half)
    return { is: 'saved', location: '/admin/waiting', once }
  }
  return { is: 'saved', location: userId === null ? '/admin/agencies' : userPlace(userId) }
}

type AgreedToken = NonNullable<Extract<Agreed, { is: 'done' }>['token']>

/** The token of a program is a session that lasts whether it is used or not. */
async function beginToken(
  tx: Writer,
  key: ProgramKey,
  { userId }: Proposal,
  { digest, days }: AgreedToken,
): Promise<void> {
  const seconds = days * 24 * 60 * 60
  const about = ['session', userId ?? '', digest.toString('hex'), 'program', 'token'] as const
  const begun = await beginSession(tx, await said(tx, key, ...about, seconds, seconds))
  if (begun === null) throw new Broken('UNEXPECTED')
}

/** What only another may decide is in the log as refused. */
function undecided(why: Undecided, proposal: Proposal): Saved {
  if (why === 'absent') return { is: 'absent' }
  if (isSaid(why)) return refused(sentences[why])
  return leftToAnother(subjectsOf(proposal)[0] ?? 'none', why)
}
