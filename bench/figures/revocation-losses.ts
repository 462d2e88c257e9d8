/** The ways to lose access, as the owner of the database writes them down. */

export interface Loss {
  readonly what: string
  readonly persona: string
  /** `$1` is the digest of the session's token. Answers when access ends, in milliseconds since 1970. */
  readonly lose: string
  readonly restore: string
  /** The pages that are lost with it. */
  readonly of: (path: string) => boolean
  /** The reference of the case that is lost, where it is one case. */
  readonly case?: string
}

/** What ends by itself ends a little later than it is written down. */
const soon = `clock_timestamp() + interval '200 ms'`

const milliseconds = (moment: string) =>
  `(extract(epoch from ${moment}) * 1000)::double precision as at`

const user = '(select s.user_id from access.session s where s.token_hash = $1)'
const agency = `(select u.agency_id from access.user_account u where u.id = ${user})`
const lease = `(select min(l.id::text)::uuid from access.lease l join casework.share g on g.lease_id = l.id
  join casework.case c on c.id = g.case_id and c.sensitivity = 'ordinary'
  where l.holder_agency = ${agency} and l.until_at > now() + interval '1 minute'
    and not exists (select from casework.named_person n where n.case_id = c.id and n.user_id = ${user})
    and (select count(*) from casework.share o where o.case_id = c.id) = 1)`
const sharedCase = `select c.reference from casework.case c join casework.share g on g.case_id = c.id where g.lease_id = ${lease}`

const every = () => true
const ofRecords = (path: string) => /^\/(cases|people)\b/.test(path)
const ofOneCase = (path: string) => /^\/cases\/TS-/.test(path)

export const losses: readonly Loss[] = [
  {
    what: 'a session that an administrator ends',
    persona: 'investigator',
    lose: `update access.session set ended_at = clock_timestamp(), ended_by = 'administrator' where token_hash = $1 returning ${milliseconds('ended_at')}`,
    restore: `update access.session set ended_at = null, ended_by = null where token_hash = $1`,
    of: every,
  },
  {
    what: 'a session that reaches its end',
    persona: 'investigator',
    lose: `update access.session set ends_at = ${soon} where token_hash = $1 returning ${milliseconds('ends_at')}`,
    restore: `update access.session set ends_at = clock_timestamp() + interval '1 hour' where token_hash = $1`,
    of: every,
  },
  {
    what: 'an account that is disabled',
    persona: 'investigator',
    lose: `update access.user_account set disabled_at = clock_timestamp() where id = ${user} returning ${milliseconds('disabled_at')}`,
    restore: `update access.user_account set disabled_at = null where id = ${user}`,
    of: every,
  },
  {
    what: 'an agency that is stopped',
    persona: 'investigator',
    lose: `update access.agency set stopped_at = clock_timestamp() where id = ${agency} returning ${milliseconds('stopped_at')}`,
    restore: `update access.agency set stopped_at = null where id = ${agency}`,
    of: every,
  },
  {
    what: 'a posting that ends',
    persona: 'investigator',
    lose: `update access.posting set until_at = ${soon} where user_id = ${user} and until_at is null returning ${milliseconds('until_at')}`,
    restore: `update access.posting set until_at = null where user_id = ${user} and until_at > clock_timestamp() - interval '1 minute'`,
    of: ofRecords,
  },
  {
    what: 'a share that is ended',
    persona: 'practitioner',
    lose: `update access.lease set ended_at = clock_timestamp() where id = ${lease} returning ${milliseconds('ended_at')}`,
    restore: `update access.lease set ended_at = null where id = ${lease}`,
    of: ofOneCase,
    case: sharedCase,
  },
  {
    what: 'a share that reaches its end',
    persona: 'practitioner',
    lose: `update access.lease set until_at = ${soon} where id = ${lease} returning ${milliseconds('until_at')}`,
    restore: `update access.lease set until_at = from_at + interval '89 days' where kind = 'share' and holder_agency = ${agency}
      and until_at between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute'`,
    of: ofOneCase,
    case: sharedCase,
  },
]
