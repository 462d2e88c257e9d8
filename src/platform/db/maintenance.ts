import { Kysely, PostgresDialect } from 'kysely'
import type { Connection } from '../config/connection.ts'
import { maintenanceLimits } from './session.ts'
import { openDoor, type Writer } from './door.ts'
import { migrate, migrationFiles, migrationsFolder } from './migrations.ts'
import { openPool } from './pool.ts'

/** The owner's way in, for the start and for `migrate` only: what serves pages never holds it. */
export interface Maintenance {
  /** Applies what is missing and answers the names. */
  migrate(folder?: string): Promise<string[]>
  /** One transaction as the owner, acting as the reference loader. */
  loading<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /** One transaction as the owner, acting as whoever makes the demonstration. */
  demonstrating<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openMaintenance(owner: Connection): Maintenance {
  const pool = openPool(owner, maintenanceLimits, 1)
  const plain = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const door = openDoor(owner, { size: 1, limits: maintenanceLimits })
  return {
    migrate: async (folder = migrationsFolder) => migrate(plain, await migrationFiles(folder)),
    loading: work => door.writing({ is: 'system', name: 'reference-loader' }, work),
    demonstrating: work => door.writing({ is: 'system', name: 'demonstration' }, work),
    close: async () => {
      await door.close()
      await plain.destroy()
    },
  }
}
