import { searchKey } from '../../../methods/names/search-key.ts'
import { readDay, type LogForm } from './form.ts'

/** Which entries are wanted, in the words of the log; null where it is not asked. */
export interface EntriesAsked {
  users: readonly string[] | null
  record: { least: string; greatest: string } | null
  class: string | null
  verb: string | null
  outcome: string | null
  allowed: readonly string[] | null
  /** Moments: from the first, up to but without the second. */
  from: string | null
  until: string | null
  /** The last entry of the page before. */
  after: { at: string; id: string } | null
}

/** Ways that lead outside the own teams and cases. */
const outside = ['force-wide', 'share', 'break-glass']

/** What the form asks, once it is known whom its name and which ids its record mean. */
export function askedBy(
  form: LogForm,
  { users, record }: Pick<EntriesAsked, 'users' | 'record'>,
): EntriesAsked {
  const to = readDay(form.to)
  return {
    users,
    record,
    class: form.class || null,
    verb: form.verb || null,
    outcome: form.outcome || null,
    allowed: waysOf(form.allowed),
    from: startOf(readDay(form.from)),
    until: startOf(to?.add({ days: 1 }) ?? null),
    after: afterOf(form.after),
  }
}

const waysOf = (allowed: string): readonly string[] | null => {
  if (allowed === '') return null
  return allowed === 'outside' ? outside : [allowed]
}

const afterOf = (text: string): EntriesAsked['after'] => {
  const [at, id] = text.split('_')
  return at === undefined || id === undefined ? null : { at, id }
}

/** When a day begins where the partnership works. */
const startOf = (day: Temporal.PlainDate | null): string | null =>
  day?.toZonedDateTime('Europe/London').toInstant().toString() ?? null

/** Whether somebody is meant by a name: each word begins the given or the family name. */
export function isCalled(
  { given, family }: { given: string; family: string },
  name: string,
): boolean {
  const keys = [...given.split(/\s+/), ...family.split(/\s+/), family].map(searchKey)
  const wanted = name.split(/\s+/).map(searchKey).filter(Boolean)
  return wanted.length > 0 && wanted.every(word => keys.some(key => key.startsWith(word)))
}
