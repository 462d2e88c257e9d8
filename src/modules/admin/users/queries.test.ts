import { expect, test } from 'vitest'
import { newToken, tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import { aPerson, asOwner, aTeam } from '../../../../tests/builders/people.ts'
import { inRollback } from '../../../../tests/builders/database.ts'
import { proposeAdmission } from '../agencies/admitting/queries.ts'
import { stopAgency } from '../agencies/stopping/queries.ts'
import { addTeam } from '../agencies/teams/queries.ts'
import { adminSite, postingOf } from '../testing/site.ts'
import { addUser } from './adding/queries.ts'
import { closeAccount } from './closing/queries.ts'
import { endPosting } from './ending/queries.ts'
import { invite } from './inviting/queries.ts'
import { proposeOpening } from './opening/queries.ts'
import { proposePosting } from './posting/queries.ts'
import { sessionsOf, userOf } from './queries.ts'
import { endSessionsOf } from './signing-out/queries.ts'
import type { Writer } from '../../../platform/db/door.ts'

const { db, team, first } = await adminSite()
const elsewhere = await aTeam(db)
const stranger = await aPerson(db, { team: elsewhere, role: 'investigator' })
await asOwner(db, client =>
  client.query('insert into access.user_contact (user_id, email) values ($1, $2)', [
    stranger.id,
    'stranger@ardenshire.example',
  ]),
)
const posting = await postingOf(db, stranger)
const colleague = await aPerson(db, { team, role: 'supervisor' })

const digest = tokenHash(newToken()) as TokenHash
const wish = { role: 'analyst', forceWide: false, lastDay: null }
const newcomer = { given: 'Ines', family: 'Hallow', email: 'ines@ardenshire.example' }

/** Everything that is done with an account, agency or team, and how each says that there is none. */
const acts: Readonly<Record<string, [act: (tx: Writer) => Promise<unknown>, absent: unknown]>> = {
  'open the page of': [tx => userOf(tx, stranger.id), null],
  'see the sessions of': [tx => sessionsOf(tx, stranger.id), []],
  close: [tx => closeAccount(tx, stranger.id), 'absent'],
  'sign out': [tx => endSessionsOf(tx, stranger.id), null],
  'end a posting of': [tx => endPosting(tx, posting), 'absent'],
  invite: [tx => invite(tx, stranger.id, digest), 'absent'],
  post: [tx => proposePosting(tx, { ...wish, userId: stranger.id, teamId: team.id }), 'absent'],
  'post somebody to a team of': [
    tx => proposePosting(tx, { ...wish, userId: colleague.id, teamId: elsewhere.id }),
    'absent',
  ],
  'add to the agency of': [
    tx => addUser(tx, { ...newcomer, agency: elsewhere.agencyId }),
    { is: 'absent' },
  ],
  'add a team to the agency of': [
    tx => addTeam(tx, { agencyId: elsewhere.agencyId, name: 'Night Team' }),
    null,
  ],
  'propose to open the account of': [tx => proposeOpening(tx, stranger.id), 'absent'],
  'propose to let in the agency of': [tx => proposeAdmission(tx, elsewhere.agencyId), 'absent'],
  'stop the agency of': [tx => stopAgency(tx, elsewhere.agencyId), 'absent'],
}

test.each(Object.entries(acts))(
  'no administrator can %s somebody of another area',
  async (_, [act, absent]) => {
    expect(await inRollback(db, first.actor, act)).toEqual(absent)
  },
)

test('a supervisor who sends what an administrator sends gets nothing done', async () => {
  const [own, wide] = [colleague.id, { ...wish, userId: first.id, teamId: team.id }]
  const done = await inRollback(db, colleague.actor, async tx => [
    await proposePosting(tx, wide),
    await closeAccount(tx, first.id),
    await endSessionsOf(tx, first.id),
    await endPosting(tx, await postingOf(db, first)),
    await addTeam(tx, { agencyId: team.agencyId, name: 'Night Team' }),
    await stopAgency(tx, team.agencyId),
    await sessionsOf(tx, own),
  ])
  expect(done).toEqual(['absent', 'absent', null, 'absent', null, 'absent', []])
})
