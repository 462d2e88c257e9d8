import { thePublic } from '../../../../platform/access/actor.ts'
import type { Door } from '../../../../platform/db/door.ts'
import type { RecurringJob } from '../../../../platform/jobs/recurring.ts'
import type { ProgramKey } from '../../../../platform/sessions/program-key.ts'
import { tellOverdue } from './queries.ts'

/** What is late is late by days; a minute lets whoever has just been posted as an auditor learn of it soon. */
const minute = 60_000

/** Tells of broken glass that nobody reviewed in time. */
export const overdueJob = ({ door, key }: { door: Door; key: ProgramKey }): RecurringJob => ({
  every: minute,
  code: 'OVERDUE_REVIEWS_UNTOLD',
  once: async () => {
    await door.writing(thePublic, tx => tellOverdue(tx, key))
  },
})
