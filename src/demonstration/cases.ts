import { referenceOf } from '../methods/references/reference.ts'
import { moved } from './accounts.ts'
import { summaries, workOf, type CaseType } from './case-types.ts'
import { chanceOf, type Chance } from './chance.ts'
import { at, daysAgo, type Today } from './days.ts'
import { idOf } from './identity.ts'
import type { TeamCode } from './partnership.ts'
import { userIdOf } from './personas.ts'
import { plantedCases } from './arranged-cases.ts'
import type { Case } from './rows.ts'
import type { Worker } from './staff.ts'

export const caseIdOf = (seed: string, code: string): string => idOf(seed, 'case', code)

/** The reference of the product, made of a number that the seed draws instead of chance. */
export function caseReferenceOf(seed: string, code: string): string {
  const chance = chanceOf(`${seed}/reference/${code}`)
  return referenceOf(chance.below(2 ** 18) * 2 ** 17 + chance.below(2 ** 17))
}

/** The case with this number, counted through all of them; the first ones are planted. */
export const caseCode = (number: number): string =>
  Object.keys(plantedCases)[number] ?? `case-${number}`

const all = 120

/** Up to this number cases are open and older than any sharing. */
const worked = 48

/** Ordinary cases go round the teams in this order. */
const round = ['north', 'south', 'missing', 'online', 'north', 'south', 'missing', 'hub'] as const

/** The 120 cases: those that show a rule first, then ordinary ones of the last two years. */
export function caseRows(seed: string, today: Today, staff: readonly Worker[]): Case[] {
  const chance = chanceOf(`${seed}/cases`)
  return Array.from({ length: all }, (_, number) => {
    const code = caseCode(number)
    const drawn = drawnCase(chance, number, staff)
    const planted = Object.entries(plantedCases).find(([known]) => known === code)?.[1]
    const sketch = planted === undefined ? drawn : { ...drawn, ...planted, closed: null }
    return rowOf({ seed, today, code }, sketch)
  })
}

interface Sketch {
  team: TeamCode
  type: CaseType
  sensitivity: 'ordinary' | 'restricted' | 'sealed'
  opened: number
  /** How many days ago; null while it is open. */
  closed: number | null
  owner: string
}

function drawnCase(chance: Chance, number: number, staff: readonly Worker[]): Sketch {
  const team = round[number % round.length] ?? 'north'
  const type = chance.pick<CaseType>(workOf[team])
  const { opened, closed } = lifeOf(chance, number < worked)
  const workers = staff.filter(
    one => one.team === team && one.role === 'investigator' && one.code !== moved,
  )
  return {
    ...{ team, type, opened, closed, sensitivity: 'ordinary' },
    owner: workers[chance.below(workers.length)]?.code ?? 'supervisor',
  }
}

/** A case of the last two years, three in ten of the last two months; of the older ones many are closed. */
function lifeOf(chance: Chance, isWorked: boolean): Pick<Sketch, 'opened' | 'closed'> {
  const isNew = !isWorked && chance.inHundred(30)
  const opened = isNew ? 3 + chance.below(60) : 70 + chance.below(655)
  const isClosed = !isWorked && opened > 120 && chance.inHundred(60)
  return { opened, closed: isClosed ? 2 + chance.below(opened - 60) : null }
}

function rowOf(of: { seed: string; today: Today; code: string }, sketch: Sketch): Case {
  const { seed, today, code } = of
  const owner = userIdOf(sketch.owner, seed)
  const openedOn = daysAgo(today, sketch.opened)
  return {
    id: caseIdOf(seed, code),
    reference: caseReferenceOf(seed, code),
    area_id: idOf(seed, 'area', 'ardenshire'),
    team_id: idOf(seed, 'team', sketch.team),
    owner_id: owner,
    type: sketch.type,
    summary: chanceOf(`${seed}/summary/${code}`).pick(summaries[sketch.type]),
    sensitivity: sketch.sensitivity,
    opened_on: openedOn,
    closed_on: sketch.closed === null ? null : daysAgo(today, sketch.closed),
    created_by: owner,
    created_at: at(openedOn, '10:15'),
  }
}
