import { randomUUID } from 'node:crypto'
import type { TestPerson } from '../../../../../tests/builders/people.ts'
import { testSite } from '../../people/testing/site.ts'

/** The site with a program that reads and writes through its API; call once in a file, at its top level. */
export async function programSite() {
  const site = await testSite()
  const bearer = ({ token }: TestPerson) => ({ authorization: `Bearer ${token}` })
  const write =
    (method: 'POST' | 'PATCH') =>
    (person: TestPerson, url: string, body: object, key: string | null = randomUUID()) =>
      site.app.inject({
        method,
        url,
        headers: { ...bearer(person), ...(key === null ? {} : { 'idempotency-key': key }) },
        payload: body,
      })
  return {
    ...site,
    read: (person: TestPerson, url: string) => site.app.inject({ url, headers: bearer(person) }),
    postJson: write('POST'),
    patchJson: write('PATCH'),
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

/** What a refusal says. */
export const sentenceIn = (answer: { json: () => unknown }): string =>
  (answer.json() as { error: { sentence: string } }).error.sentence
