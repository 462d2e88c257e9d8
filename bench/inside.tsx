/** The parts of the program that are measured inside the bench's own process. */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { programmeForm } from '../src/modules/inspection/programme/form.ts'
import { programmePage, type ProgrammeModel } from '../src/modules/inspection/programme/page.tsx'
import { chosen, yearsOf } from '../src/modules/inspection/programme/programme.ts'
import { jointVisitsIn, readProgramme, visitsIn } from '../src/modules/inspection/programme/read.ts'
import { thePublic } from '../src/platform/access/actor.ts'
import { openDoor, type Reader } from '../src/platform/db/door.ts'
import { rolesOfRunning } from '../src/platform/db/embedded/embedded-database.ts'
import { readRun } from '../src/platform/db/embedded/run-file.ts'
import type { Tables } from '../src/platform/db/tables.ts'
import { readAssets } from '../src/platform/web/assets/manifest.ts'
import type { FunnelProps } from '../src/platform/web/charts/funnel-props.ts'
import { Funnel } from '../src/platform/web/charts/funnel.tsx'
import type { NavigationItem } from '../src/platform/web/layout/header.tsx'
import { document, Page } from '../src/platform/web/layout/page.tsx'

export { binomialFunnelLimits } from '../src/methods/funnel/binomial-limits.ts'
export { checkCases } from '../src/methods/reference-cases/check.ts'
export {
  readCalendar,
  unionOf,
  type HolidayCalendar,
} from '../src/methods/working-days/calendar.ts'
export { isWorkingDay } from '../src/methods/working-days/working-days.ts'
export type { FunnelProps, NavigationItem, ProgrammeModel }

/** The database of the program that runs on this DATA_DIR: its process, and the application's way in. */
export async function runningDatabase(dataDir: string) {
  const run = await readRun(dataDir)
  if (!run?.database) throw new Error('No program runs there.')
  const { app } = await rolesOfRunning(dataDir, run.database.port)
  return { programPid: run.pid, databasePid: run.database.pid, app }
}

export type Connection = Awaited<ReturnType<typeof runningDatabase>>['app']

/** What the programme page shows when nothing is asked of it, read as its route reads it. */
export async function programmeModel(app: Connection): Promise<ProgrammeModel> {
  const door = openDoor(app, { size: 1 })
  try {
    const programme = await door.reading(thePublic, readProgramme)
    const { rows, graded, national } = programme
    const asked = programmeForm.parse({})
    return {
      asked,
      errors: [],
      choices: {
        regions: [...new Set(rows.map(({ force }) => force.region))].sort(),
        years: yearsOf(rows),
      },
      rows: chosen(rows, asked),
      forces: rows.length,
      visits: visitsIn(graded),
      joint: jointVisitsIn(programme),
      national,
    }
  } finally {
    await door.close()
  }
}

/** A function that renders the programme page from its model to the whole document. */
export function programmeRenderer(frame: {
  navigation: readonly NavigationItem[]
  manifest: string
}): (model: ProgrammeModel) => string {
  const { navigation } = frame
  const assets = readAssets(frame.manifest)
  return model =>
    document(<Page {...{ navigation, assets }} {...programmePage(model)} current="/inspections" />)
}

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The SELECTs that the programme page makes, as Kysely words them, without running them. */
export async function programmeStatements(): Promise<Statement[]> {
  const statements: Statement[] = []
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: known => new PostgresIntrospector(known),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      statements.push({ text: query.sql, values: query.parameters })
    },
  })
  await readProgramme(db as unknown as Reader)
  return statements
}

/** The funnel as a page has it, one drawing for a page and one for a phone, written as pages are. */
export const funnelDrawings = (chart: FunnelProps): string => document(<Funnel {...chart} />)
