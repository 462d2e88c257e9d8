import { aPerson, asOwner, type TestPerson } from '../../../../tests/builders/people.ts'
import type { adminSite } from './site.ts'

type Site = Awaited<ReturnType<typeof adminSite>>

/** What tests of proposals do again and again on a site. */
export function proposing({ db, team, first, get, fill }: Site) {
  const as = (role: 'investigator' | 'training-lead' = 'training-lead') =>
    aPerson(db, { team, role })

  const placeIn = ({ body }: { body: string }): string =>
    /\/admin\/waiting\/[0-9a-f-]{36}/.exec(body)?.[0] ?? ''

  /** Proposes that somebody becomes an investigator of the team; where it is decided. */
  const proposed = async (whom: TestPerson, by: TestPerson = first): Promise<string> => {
    const users = `/admin/users/${whom.id}`
    await fill(by, `${users}/postings/new`, { team: team.id, role: 'investigator' })
    return placeIn(await get(by, users))
  }

  const owner = (text: string, ...values: unknown[]) =>
    asOwner(db, async client => (await client.query<Record<string, unknown>>(text, values)).rows)

  /** The roles that somebody holds without end. */
  const rolesOf = async ({ id }: TestPerson): Promise<unknown[]> => {
    const text =
      'select role from access.posting where user_id = $1 and until_at is null order by role'
    return (await owner(text, id)).map(({ role }) => role)
  }
  return { as, placeIn, proposed, owner, rolesOf }
}
