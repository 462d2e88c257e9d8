import { brokenCounts } from './counts.ts'
import { impossibleDates } from './dates.ts'
import { duplicates } from './duplicates.ts'
import { brokenMappings, brokenScales } from './frameworks.ts'
import type { PublishedRecord } from './published-record.ts'
import type { FileRefusal } from './refusal.ts'
import { unknownNames } from './unknown-names.ts'

/** What must hold between the rows of a record, each rule with all that breaks it. */
const rules: ((record: PublishedRecord) => FileRefusal[])[] = [
  duplicates,
  unknownNames,
  brokenScales,
  brokenMappings,
  impossibleDates,
  brokenCounts,
]

export const brokenRules = (record: PublishedRecord): FileRefusal[] =>
  rules.flatMap(rule => rule(record))
