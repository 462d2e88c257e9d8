import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../access/actor.ts'
import {
  isAllowed,
  type ActionName,
  type Permission,
  type Permissions,
} from '../access/permissions.ts'
import type { Entry, EntryFacts } from '../audit/entry.ts'
import { append } from '../audit/queries.ts'
import type { Door, Reader, Writer } from '../db/door.ts'
import { Broken } from '../log/broken.ts'

/** What the work of a request may say for its audit entry. */
export interface Note {
  about(facts: EntryFacts): void
  /** The entry tells another action than the route's: a form that was only shown again, say. */
  as(action: ActionName): void
  /** The entry says refused, and what was asked, although a page is shown with a sentence. */
  refused(asked: string): void
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The action of the permission tables that this route does; routes without one are public. */
    action?: ActionName
  }
  interface FastifyRequest {
    /** Notices of this person that were not seen yet, counted with what `acting` read. */
    unseenNotices: number
    /**
     * Does `work` as the person who sent this request, in one transaction, with its audit entry in
     * the same transaction: both are committed before the answer is sent, or neither is. Work that
     * answers null found nothing that this person may see: the entry then says "refused" and holds
     * only what was asked, the same for what is hidden and for what never was.
     */
    acting: <T>(work: (tx: Writer, note: Note) => Promise<T>) => Promise<T>
  }
}

/** Where somebody is told things: who may read it, and how many of its notices were not seen yet. */
export interface Inbox {
  action: ActionName
  unseen: (tx: Reader) => Promise<number>
}

/** Whether whoever sent this has an inbox. */
export const mayRead = (
  { action }: Inbox,
  { person }: FastifyRequest,
  tables: Permissions,
): boolean => isAllowed(permissionOf(tables, action), person?.roles ?? [])

/** Nothing reads or writes what belongs to people but through here, so nothing goes without an entry. */
export function requestsAct(
  app: FastifyInstance,
  door: Door,
  parts: { tables: Permissions; inbox?: Inbox | undefined },
): void {
  app.decorateRequest('acting')
  app.decorateRequest('unseenNotices', 0)
  app.addHook('onRequest', (request, _reply, done) => {
    request.acting = work =>
      door
        .writing(decidedActor(request), tx => withEntry(tx, work, { request, ...parts }))
        .catch(async (error: unknown) => {
          // What was decided by roles that have changed meanwhile is refused, as the next request would be.
          if (error instanceof Broken && error.code === 'ROLES_CHANGED')
            await door.writing(actorOf(request), tx =>
              append(tx, entryOf(request, parts.tables, refusedOutright(request))),
            )
          throw error
        })
    done()
  })
}

interface Around {
  request: FastifyRequest
  tables: Permissions
  inbox?: Inbox | undefined
}

async function withEntry<T>(
  tx: Writer,
  work: (tx: Writer, note: Note) => Promise<T>,
  { request, tables, inbox }: Around,
): Promise<T> {
  const drafted: Drafted = { action: actionOf(request), facts: {}, refused: null }
  const result = await work(tx, {
    about: facts => Object.assign(drafted.facts, facts),
    as: action => (drafted.action = action),
    refused: asked => (drafted.refused = asked),
  })
  if (result === null) drafted.refused = askedBy(request)
  const counts = inbox !== undefined && request.method === 'GET' && mayRead(inbox, request, tables)
  // Both are on their way at once; neither needs the other's answer.
  const [, unseen] = await Promise.all([
    append(tx, entryOf(request, tables, drafted)),
    counts ? inbox.unseen(tx) : 0,
  ])
  request.unseenNotices = unseen
  return result
}

interface Drafted {
  action: ActionName
  facts: EntryFacts
  /** What was asked for and refused; null while nothing was. */
  refused: string | null
}

/** The row of an action in the permission tables of all modules. */
export function permissionOf(tables: Permissions, action: ActionName): Permission {
  const permission = tables[action]
  if (permission === undefined) throw new Broken('ACTION_UNKNOWN')
  return permission
}

const entryOf = (
  request: FastifyRequest,
  tables: Permissions,
  { action, facts, refused }: Drafted,
): Entry => ({
  class: permissionOf(tables, action).class,
  verb: action,
  request: request.id,
  ...(refused === null ? { outcome: 'done', ...facts } : { outcome: 'refused', asked: refused }),
})

const refusedOutright = (request: FastifyRequest): Drafted => ({
  action: actionOf(request),
  facts: {},
  refused: askedBy(request),
})

export function actionOf(request: FastifyRequest): ActionName {
  const { action } = request.routeOptions.config
  if (action === undefined) throw new Broken('ACTION_MISSING')
  return action
}

/** The first part of the address that is not the same for all: which record was asked for. */
const askedBy = ({ params }: FastifyRequest): string =>
  Object.values(params as Record<string, string>)[0] ?? 'none'

/** Whoever sent this, with the roles that the guard looked at. */
const decidedActor = (request: FastifyRequest): Actor => ({
  ...actorOf(request),
  roles: request.person?.roles ?? [],
})

/** Whoever sent this, for the door; the route's action has made sure that there is somebody. */
export function actorOf({ token }: FastifyRequest): Extract<Actor, { is: 'person' }> {
  if (token === null) throw new Broken('SESSION_ENDED')
  return { is: 'person', token }
}
