import type { Reader } from '../../../platform/db/door.ts'
import type { Force } from './force.ts'

/** The territorial forces of England and Wales, in the order of their names. */
export const allForces = (tx: Reader): Promise<Force[]> =>
  tx
    .selectFrom('inspection.force')
    .select(['slug', 'name', 'country', 'region'])
    .orderBy('position')
    .execute()
