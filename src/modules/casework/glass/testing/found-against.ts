import type { TestDatabase } from '../../../../../tests/builders/database.ts'
import { asOwner, type TestPerson } from '../../../../../tests/builders/people.ts'
import { aCase } from '../../reach/testing/at-work.ts'

interface Findings {
  times: number
  /** Whose they are. */
  by: TestPerson
  /** How long ago they were made, as PostgreSQL writes an interval; before 0 is to come. */
  ago?: string
}

/** So many of somebody's broken glasses were found not justified, as the owner of the database writes it. */
export const foundAgainst = (
  db: Pick<TestDatabase, 'owner'>,
  person: TestPerson,
  { times, by, ago = '0' }: Findings,
): Promise<void> =>
  asOwner(db, async client => {
    for (let n = 0; n < times; n += 1) {
      const one = await aCase(db, by.team)
      await client.query(
        `with lease as (
           insert into access.lease (kind, holder_user, from_at, until_at)
           values ('break-glass', $2, now() - interval '2 hours', now() - interval '1 hour') returning id)
         insert into casework.glass (case_id, lease_id, user_id, category, reason, review_by, reviewed_by, reviewed_at, finding, review)
         select $1, lease.id, $2, 'out-of-hours cover', 'Nobody could be reached', '2026-11-26', $3,
           now() - $4::interval, 'not justified', 'The team was there' from lease`,
        [one.id, person.id, by.id, ago],
      )
    }
  })
