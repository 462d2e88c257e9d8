import type { FastifyInstance } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { colleagueWith } from '../colleagues/queries.ts'
import { foundBy } from '../colleagues/read.ts'
import { reachOf } from '../reach/queries.ts'
import type { Reach } from '../reach/reach.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { shareForm } from './form.ts'
import { sharePage } from './page.tsx'
import { agencies, recipientOf, shareCase, type Shared } from './queries.ts'

/** Sharing a case with an agency or one person, for some days. */
export function shareRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/shares/new',
    reads: 'case.reach',
    writes: 'case.share',
    form: shareForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null || found.sensitivity === 'sealed') return null
      return {
        case: found,
        reach: await reachOf(tx, found),
        agencies: found.sensitivity === 'restricted' ? [] : await agencies(tx),
        ...(await foundBy(tx, request)),
      }
    },
    start: () => ({}),
    page: sharePage,
    save: async (tx, { value, model: { case: one, reach }, note }) => {
      const { id } = recipientOf(value.to)
      const fault = await faultOf(tx, value.to, reach)
      if (fault !== null) return wrong(fault)
      const outcome = await shareCase(tx, one.id, value)
      if (outcome === 'absent') return { is: 'absent' }
      if (outcome !== 'done') return wrong(sentences[outcome])
      note.about({ recipient: id })
      return { is: 'saved', location: whoSees(one.reference) }
    },
  })
}

/** Why they cannot be let in; null when they can. */
async function faultOf(tx: Reader, to: string, { blocks }: Reach): Promise<string | null> {
  const { kind, id } = recipientOf(to)
  if (kind === 'agency') return null
  const person = await colleagueWith(tx, id)
  if (person === null) return sentences['no such recipient']
  return blocks.some(({ userId }) => userId === id)
    ? `${person.name} is blocked from this case. Choose somebody else`
    : null
}

const sentences: Readonly<Record<Exclude<Shared, 'done' | 'absent'>, string>> = {
  sealed: 'This case has been sealed meanwhile, and a sealed case is shared with nobody',
  'named people only': 'This case is restricted: share it with one person, not with a whole agency',
  'no such recipient': 'They are not in this partnership any more: choose somebody else',
  'too long': 'The share would last longer than this partnership allows: choose fewer days',
}

const wrong = (sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field: 'to', sentence }],
})
