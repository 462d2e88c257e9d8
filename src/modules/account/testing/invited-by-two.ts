import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { newToken, tokenHash } from '../../../platform/access/token.ts'
import { handedCodeDigest, newHandedCode } from '../../../platform/sessions/handed-code.ts'
import type { TestSite } from './site.ts'

/** An invitation made by one administrator and agreed to by another, as their pages make it. */
export async function invitedByTwo(site: TestSite, holder?: { id: string; email: string }) {
  const { db, program } = site
  const { id, email } = holder ?? (await aNewcomer(site))
  const [first, second] = [await anAdministrator(site), await anAdministrator(site)]
  const token = newToken()
  const code = newHandedCode()
  await db.door.writing(first.actor, tx =>
    sql`select access.propose_invitation(${id}, ${tokenHash(token)})`.execute(tx),
  )
  const proposal = await asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      'select id from access.proposal where user_id = $1 and outcome is null',
      [id],
    )
    return rows[0]?.id ?? ''
  })
  const agree = async (): Promise<string> => {
    const digest = handedCodeDigest(program.key, id, code)
    const { rows } = await db.door.writing(second.actor, tx =>
      sql<{ outcome: string }>`select outcome from access.agree(${proposal}, ${digest})`.execute(
        tx,
      ),
    )
    return rows[0]?.outcome ?? ''
  }
  return { id, email, code, url: `/invitations/${token}`, agree }
}

const anAdministrator = async ({ db, team }: TestSite): Promise<TestPerson> =>
  aPerson(db, { team: await aTeam(db, { beside: team }), role: 'administrator' })

const aNewcomer = ({ db, team }: TestSite) =>
  asOwner(db, async client => {
    const login = `guest-${randomUUID().slice(0, 8)}`
    const email = `${login}@ardenshire.example`
    const { rows } = await client.query<{ id: string }>(
      `with made as (insert into access.user_account (agency_id, given_name, family_name)
         values ($1, 'Mary', 'Quill') returning id)
       insert into access.user_contact (user_id, email) select id, $2 from made returning user_id as id`,
      [team.agencyId, email],
    )
    return { id: rows[0]?.id ?? '', email }
  })
