import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { Setting } from './setting.ts'

const columns = ['name', 'value', 'least', 'most', 'unit', 'what'] as const

export const settings = (tx: Reader): Promise<Setting[]> =>
  tx.selectFrom('platform.setting').select(columns).orderBy('what').execute()

export async function settingOf(tx: Reader, name: string): Promise<Setting | null> {
  const found = await tx
    .selectFrom('platform.setting')
    .select(columns)
    .where('name', '=', name)
    .executeTakeFirst()
  return found ?? null
}

export type SettingSet = 'done' | 'absent' | 'changed meanwhile' | 'out of range'

/** Changes a setting from the value that its changer saw. */
export async function setSetting(
  tx: Writer,
  { name, wanted, seen }: { name: string; wanted: number; seen: number },
): Promise<SettingSet> {
  const { rows } = await sql<{ outcome: SettingSet }>`
    select platform.set_setting(${name}, ${wanted}, ${seen}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
