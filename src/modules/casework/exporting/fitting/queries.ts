import { sql } from 'kysely'
import type { Reader } from '../../../../platform/db/door.ts'
import type { ListedCase } from '../../cases/case.ts'
import type { CasesAsked } from '../../cases/listing/asked.ts'
import { casesOf } from '../../cases/listing/queries.ts'

/**
 * Cases of a list that whoever asks may take out, the newest first: those that a posting or their own name
 * leads to. A share or broken glass opens one case each, so that there are no more to leave out than leases.
 */
export async function casesToExport(tx: Reader, asked: CasesAsked): Promise<ListedCase[]> {
  const found = await casesOf(tx, { ...asked, most: asked.most + (await leases(tx)) })
  const mine = await tx
    .selectFrom('casework.case as c')
    .where('c.id', '=', sql<string>`any(${found.map(({ id }) => id)}::uuid[])`)
    .where(sql<boolean>`c.acl && (select casework.posted_reach())`)
    .where('c.sensitivity', '<>', 'sealed')
    .select('c.id')
    .execute()
  const ids = new Set(mine.map(({ id }) => id))
  return found.filter(({ id }) => ids.has(id)).slice(0, asked.most)
}

/** How many shares and broken glasses whoever asks holds just now. */
async function leases(tx: Reader): Promise<number> {
  const found = await tx
    .selectFrom('access.lease as l')
    .where(sql<boolean>`l.principal = any ((select access.readers())::integer[])`)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirst()
  return found?.count ?? 0
}
