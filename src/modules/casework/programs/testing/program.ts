import { randomUUID } from 'node:crypto'
import { asOwner, asProgram, type TestPerson } from '../../../../../tests/builders/people.ts'
import { testSite } from '../../people/testing/site.ts'

/** The site with a program that reads and writes through its API; call once in a file, at its top level. */
export async function programSite() {
  const site = await testSite()
  const write =
    (method: 'POST' | 'PATCH') =>
    async (person: TestPerson, url: string, body: object, key: string | null = randomUUID()) =>
      site.app.inject({
        method,
        url,
        headers: {
          ...(await asProgram(site.db, person)),
          ...(key === null ? {} : { 'idempotency-key': key }),
        },
        payload: body,
      })
  return {
    ...site,
    read: async (person: TestPerson, url: string) =>
      site.app.inject({ url, headers: await asProgram(site.db, person) }),
    postJson: write('POST'),
    patchJson: write('PATCH'),
    /** Sends these while a row is locked, and unlocks it when all of them wait to write to it. */
    atOnce: <Answer>(
      [table, id]: readonly [table: string, id: unknown],
      requests: readonly (() => Promise<Answer>)[],
    ) =>
      asOwner(site.db, async client => {
        await client.query('begin')
        try {
          await client.query(`select from ${table} where id = $1 for update`, [id])
          const answers = Promise.all(requests.map(request => request()))
          for (let tries = 0; tries < 200 && (await waiting(site)) < requests.length; tries++);
          await client.query('commit')
          return await answers
        } finally {
          await client.query('rollback')
        }
      }),
    /** What the log says of somebody with this verb: what was done first before what was sent again. */
    entriesOf: async (person: TestPerson, verb: string) =>
      (
        await site.rows(
          'select outcome, codes from audit.entry where user_id = $1 and verb = $2 order by cardinality(codes)',
          person.id,
          verb,
        )
      ).map(({ outcome, codes }) => ({ outcome, codes })),
  }
}

/** How many sessions wait for a lock. */
const waiting = async ({ rows }: Pick<Awaited<ReturnType<typeof testSite>>, 'rows'>) =>
  Number(
    (
      await rows(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      )
    )[0]?.['n'],
  )

/** What a refusal says. */
export const sentenceIn = (answer: { json: () => unknown }): string =>
  (answer.json() as { error: { sentence: string } }).error.sentence
