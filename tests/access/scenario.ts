/**
 * What the tests of the context have before them: a case of one team with a person on it, who may see
 * it, and somebody in another area who may not. Names and words are invented.
 */
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { TestDatabase } from '../builders/database.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'

export interface Scenario {
  /** Of the team of the case. */
  readonly supervisor: TestPerson
  readonly investigator: TestPerson
  /** Of another area. */
  readonly stranger: TestPerson
  readonly caseId: string
  readonly reference: string
  readonly personId: string
  /** On the case: a share that has ended, a glass broken and not reviewed, a request to seal it. */
  readonly share: string
  readonly glass: string
  readonly sealRequest: string
  /** Of the supervisor, to take cases out; the stranger agreed. */
  readonly exportRequest: string
  /** The investigator's. */
  readonly session: string
  readonly posting: string
  /** That the account of the investigator be opened. */
  readonly proposal: string
}

/** One case with one person on it, as the owner writes it, and three people with live sessions. */
export async function aScenario(db: TestDatabase): Promise<Scenario> {
  const team = await aTeam(db)
  const supervisor = await aPerson(db, { team, role: 'supervisor' })
  const investigator = await aPerson(db, { team, role: 'investigator' })
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const [caseId, personId] = [randomUUID(), randomUUID()]
  const reference = `TS-${randomUUID().slice(0, 4)}-${randomUUID().slice(0, 4)}`.toUpperCase()
  const rest = await asOwner(db, async client => {
    const made = async (text: string, ...values: unknown[]): Promise<string> =>
      (await client.query<{ id: string }>(text, values)).rows[0]!.id
    await client.query(caseText, [caseId, reference, team.areaId, team.id])
    await client.query('insert into people.person (id, area_id) values ($1, $2)', [
      personId,
      team.areaId,
    ])
    await client.query(nameText, [personId])
    await client.query(onCaseText, [caseId, personId])
    await client.query('insert into access.user_contact (user_id, email) values ($1, $2)', [
      investigator.id,
      `${reference.toLowerCase()}@ardenshire.example`,
    ])
    await client.query(entryText, [team.areaId, investigator.id, caseId])
    const leases = [
      await made(leaseText, 'share', stranger.id),
      await made(leaseText, 'break-glass', stranger.id),
    ]
    return {
      share: await made(shareText, caseId, leases[0], supervisor.id),
      glass: await made(glassText, caseId, leases[1], stranger.id),
      sealRequest: await made(sealText, caseId, supervisor.id),
      exportRequest: await made(exportText, team.areaId, supervisor.id, stranger.id),
      session: await made('select id from access.session where user_id = $1', investigator.id),
      posting: await made('select id from access.posting where user_id = $1', investigator.id),
      proposal: await made(proposalText, team.areaId, investigator.id, supervisor.id),
    }
  })
  return { supervisor, investigator, stranger, caseId, reference, personId, ...rest }
}

/** A digest of everything that is in the database, to tell whether something had an effect. */
export async function contentsOf(superuser: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await superuser.query<{ name: string }>(tablesText)
  const digests = rows.map(({ name }) => `select '${name}' as name, ${digestText} from ${name} t`)
  const found = await superuser.query<{ name: string; digest: string }>(digests.join(' union all '))
  return new Map(found.rows.map(({ name, digest }) => [name, digest]))
}

const caseText = `insert into casework.case (id, reference, area_id, team_id, type, summary, opened_on)
  values ($1, $2, $3, $4, 'missing child', 'A child was not at home at nine', '2026-11-02')`
const nameText = `insert into people.name (person_id, kind, given, family, given_key, family_key, source)
  values ($1, 'legal', 'Wren', 'Alder', 'wren', 'alder', 'School register')`
const onCaseText = `insert into casework.case_person (case_id, person_id, role, source, from_on)
  values ($1, $2, 'child at risk', 'School register', '2026-11-02')`
const entryText = `insert into audit.entry (area_id, class, verb, outcome, user_id, case_id)
  values ($1, 'consultation', 'case.read', 'done', $2, $3)`
const leaseText = `insert into access.lease (kind, holder_user, from_at, until_at, ended_at)
  values ($1, $2, now() - interval '2 hours', now() - interval '1 hour', now() - interval '1 hour') returning id`
const shareText = `insert into casework.share (case_id, lease_id, legal_basis, why, shared_by)
  values ($1, $2, 'consent', 'A good reason', $3) returning id`
const glassText = `insert into casework.glass (case_id, lease_id, user_id, category, reason, review_by)
  values ($1, $2, $3, 'out-of-hours cover', 'A reason of twenty characters', '2026-11-26') returning id`
const sealText = `insert into casework.seal_request (case_id, wanted, why, asked_by)
  values ($1, 'sealed', 'A good reason', $2) returning id`
const proposalText = `insert into access.proposal (area_id, kind, user_id, proposed_by)
  values ($1, 'opening', $2, $3) returning id`
const exportText = `insert into casework.export_request (area_id, state, type, sensitivity, own, by_name, purpose,
    why, counted, asked_by, decided_by, decided_at, agreed, until_at)
  values ($1, 'open', '', 'ordinary', false, false, 'team-review',
    'A good and long reason', 1, $2, $3, now(), true, now() + interval '1 day') returning id`
const tablesText = `select c.oid::regclass::text as name from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname not in ('information_schema', 'migration')
  order by 1`
const digestText = `coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') as digest`
