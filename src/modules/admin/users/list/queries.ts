import { sql } from 'kysely'
import type { Reader } from '../../../../platform/db/door.ts'
import { accounts, userColumns } from '../queries.ts'
import type { User } from '../user.ts'
import type { UsersForm } from './form.ts'

/** Accounts that fit, by family name; at most `most`, after the one that `after` names. */
export function usersOf(tx: Reader, asked: UsersForm, most: number): Promise<User[]> {
  const words = asked.name.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)
  return words
    .reduce(
      (query, word) => query.where(sql<boolean>`strpos(${searched}, ${word}) > 0`),
      tx
        .selectFrom(accounts.as('u'))
        .select(userColumns)
        .where(inState[asked.state])
        .$if(asked.agency !== '', query => query.where('u.agency_id', '=', asked.agency))
        .$if(asked.role !== '', query =>
          query.where(sql<boolean>`${asked.role} = any (u.role_codes)`),
        )
        .$if(asked.after !== '', query =>
          query.where(
            sql<boolean>`(lower(u.family_name), lower(u.given_name), u.id) > (
              select lower(l.family_name), lower(l.given_name), l.id from access.user_account l
              where l.id = ${asked.after})`,
          ),
        ),
    )
    .orderBy(sql`lower(u.family_name)`)
    .orderBy(sql`lower(u.given_name)`)
    .orderBy('u.id')
    .limit(most)
    .execute()
}

const searched = sql<string>`lower(u.given_name || ' ' || u.family_name || ' ' || coalesce(u.email, ''))`

const inState: Readonly<Record<UsersForm['state'], ReturnType<typeof sql<boolean>>>> = {
  '': sql<boolean>`true`,
  open: sql<boolean>`not u.closed and not u.stopped`,
  unposted: sql<boolean>`not u.closed and not u.stopped and u.roles = '{}'`,
  invited: sql<boolean>`not u.closed and not u.stopped and u.invited_at is not null`,
  closed: sql<boolean>`u.closed`,
  stopped: sql<boolean>`u.stopped`,
}
