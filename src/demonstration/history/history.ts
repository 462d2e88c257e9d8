import type { Today } from '../days.ts'
import type { ReachFacts } from '../reach.ts'
import type { Case, Entry } from '../rows.ts'
import type { Worker } from '../staff.ts'
import { entriesOf } from './look-up.ts'
import { normalWork } from './normal-work.ts'
import { highProfileDay, innocentSearch, refusals } from './arranged-days.ts'
import { snooping } from './arranged-look-ups.ts'
import { recordsOf } from './records.ts'
import { exporting, glassBreaking, proposing, sharing, type Acts } from './recorded-acts.ts'
import { withSignIns } from './sign-ins.ts'
import { pastDays } from './times.ts'

/** Two months of the log: normal work, and what is planted in it. */
export function historyRows(
  of: { seed: string; today: Today },
  staff: readonly Worker[],
  facts: ReachFacts & Acts & { cases: readonly Case[]; area: readonly { id: string }[] },
): Entry[] {
  const records = recordsOf(facts)
  const planting = { ...of, records }
  const acts = [
    ...normalWork(of, staff, records),
    ...snooping(planting),
    ...highProfileDay(planting),
    ...innocentSearch(planting),
    ...refusals(planting),
    ...glassBreaking(facts, records),
    ...sharing(facts, pastDays(of.today)[0] ?? ''),
    ...proposing(facts),
    ...exporting(facts),
  ]
  return entriesOf(of.seed, facts.area[0]?.id ?? '', withSignIns(acts))
}
