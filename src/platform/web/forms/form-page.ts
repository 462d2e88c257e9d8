import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ActionName } from '../../access/permissions.ts'
import type { Reader, Writer } from '../../db/door.ts'
import type { Note } from '../acting.ts'
import type { PageAnswer } from '../answers.tsx'
import { parseForm, type FieldError } from '../form.ts'
import type { Sent } from '../form-body.ts'
import { isFromOurPage } from './form-token.ts'
import { draftAt, dropDraft, receiptOf, writeReceipt } from './queries.ts'
import type { Saved } from './saved.ts'
import { ownFieldsOf, placeOf, shownTo, typedIn } from './sent.ts'
import type { Entered, Shown } from './shown.ts'

/** A form with its page: everything that a slice says about it. `Model` is what the page is about. */
export interface FormPage<Model, Form extends z.ZodType> {
  /** Address of the page; the form is sent to the same. */
  at: string
  /** The action of seeing the page, and that of sending the form. */
  reads: ActionName
  writes: ActionName
  form: Form
  /** What the page is about; null when there is nothing that this person may see. */
  open: (tx: Reader, request: FastifyRequest, note: Note) => Promise<Model | null>
  /** What the fields hold at first. */
  start: (model: Model, request: FastifyRequest) => Entered
  /** The version of the record that the fields show, where two people may change the same one. */
  version?: (model: Model) => number
  page: (model: Model, shown: Shown, request: FastifyRequest) => PageAnswer
  save: (tx: Writer, sent: SentForm<Model, z.infer<Form>>) => Promise<Saved>
}

/** A form that was read without a fault. */
export interface SentForm<Model, Value> {
  value: Value
  model: Model
  /** The version that its sender saw. */
  version: number
  request: FastifyRequest
  note: Note
}

/**
 * Puts a form on its address. Whatever goes wrong, what was typed is shown again. Sending it twice has
 * its effect once: the key in the page is kept with the effect, in the same transaction.
 */
export function formPage<Model, Form extends z.ZodType>(
  app: FastifyInstance,
  form: FormPage<Model, Form>,
): void {
  app.get(form.at, { config: { action: form.reads } }, async (request, reply) => {
    const opened = await request.acting(async (tx, note) => {
      const model = await form.open(tx, request, note)
      return model && { model, draft: await draftAt(tx, userOf(request), placeOf(request)) }
    })
    if (opened === null) return reply.refuse(404)
    const { model, draft } = opened
    const entered = draft?.fields ?? form.start(model, request)
    const shown = { entered, draftOf: draft?.savedAt ?? null, version: versionOf(form, model) }
    return reply.page(form.page(model, shownTo(request, shown), request))
  })
  app.post<{ Body: Sent }>(form.at, { config: { action: form.writes } }, async (request, reply) => {
    const outcome = await request.acting((tx, note) => received(form, { tx, request, note }))
    if (outcome === null) return reply.refuse(404)
    if ('location' in outcome) {
      const { once, location } = outcome
      return once === undefined ? reply.redirect(location, 303) : reply.page(once)
    }
    return reply.code(400).page(form.page(outcome.model, outcome.shown, request))
  })
}

type Outcome<Model> =
  { location: string; once?: PageAnswer } | { model: Model; shown: Shown } | null

interface Receiving {
  tx: Writer
  request: FastifyRequest
  note: Note
}

async function received<Model, Form extends z.ZodType>(
  form: FormPage<Model, Form>,
  { tx, request, note }: Receiving,
): Promise<Outcome<Model>> {
  const model = await form.open(tx, request, note)
  if (model === null) return null
  const sent = (request.body ?? {}) as Sent
  const [own, fields] = [ownFieldsOf(sent), typedIn(sent)]
  const shownAgain = (shown: Partial<Shown> & { version?: number }): Outcome<Model> => ({
    model,
    shown: shownTo(request, { entered: fields, version: own.version, ...shown }),
  })
  const again: typeof shownAgain = shown => {
    note.as(form.reads)
    return shownAgain(shown)
  }
  if (!isFromOurPage(request, own.token)) return again({ errors: [staleForm] })
  const key = { userId: userOf(request), key: own.key }
  const digest = createHash('sha256')
    .update(JSON.stringify([request.url, fields]))
    .digest()
  const before = await receiptOf(tx, key)
  if (before !== null) {
    if (!before.digest.equals(digest)) return again({ errors: [usedForm] })
    note.about({ codes: ['sent-again'] })
    return { location: before.location }
  }
  const read = parseForm(form.form, fields)
  if (read.is === 'wrong') return again({ errors: read.errors })
  const saved = await form.save(tx, {
    value: read.value,
    model,
    version: own.version,
    request,
    note,
  })
  switch (saved.is) {
    case 'absent':
      return null
    case 'wrong':
      return again({ errors: saved.errors })
    case 'refused':
      note.refused(saved.asked)
      return shownAgain({ errors: saved.errors })
    case 'changed meanwhile':
      return again({ theirs: saved.theirs, version: saved.version })
    case 'saved':
      await writeReceipt(tx, { ...key, digest, location: saved.location })
      await dropDraft(tx, key.userId, placeOf(request))
      return saved
  }
}

const staleForm: FieldError = {
  field: '',
  sentence: 'This page was open for a long time, so it was not saved. Check it and save again.',
}

const usedForm: FieldError = {
  field: '',
  sentence: 'This form was saved before with other words. Check it and save again.',
}

const versionOf = <Model>({ version }: { version?: (model: Model) => number }, model: Model) =>
  version?.(model) ?? 0

const userOf = ({ person }: FastifyRequest): string => person?.userId ?? ''
