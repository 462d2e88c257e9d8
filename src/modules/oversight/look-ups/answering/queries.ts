import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import type { Rule } from '../finding.ts'

/** What an auditor said of a finding. */
export interface Answer {
  id: string
  rule: Rule
  about: string
  /** The colleague, by name; null of many-lookers, where a record is meant. */
  who: string | null
  verdict: 'explained' | 'passed on'
  reason: string
  answeredBy: string
  answeredAt: string
  entries: number
}

/** The newest answers of the area. */
export async function answers(tx: Reader, most: number): Promise<Answer[]> {
  const rows = await tx
    .selectFrom(
      sql<Answer>`(
    select w.id, w.rule, w.about, trim(u.given_name || ' ' || u.family_name) as who, w.verdict, w.reason,
      trim(b.given_name || ' ' || b.family_name) as "answeredBy", w.answered_at as "answeredAt",
      (select count(*)::integer from oversight.answered_entry e where e.answer_id = w.id) as entries
    from oversight.answer w
    join access.user_account b on b.id = w.answered_by
    left join access.user_account u on u.id = w.about
    order by w.answered_at desc, w.id limit ${most})`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

export type Answered = 'done' | 'absent' | 'own line' | 'answered already'

/** Answers for these entries under a rule; the database refuses whoever looked, and their line. */
export async function answerFinding(
  tx: Writer,
  answer: Pick<Answer, 'rule' | 'about' | 'verdict' | 'reason'> & { entries: readonly string[] },
): Promise<Answered> {
  const { rule, about, entries, verdict, reason } = answer
  const { rows } = await sql<{ outcome: Answered }>`
    select oversight.answer_finding(${rule}, ${about}::uuid, ${entries}::uuid[], ${verdict}, ${reason}) as outcome`.execute(
    tx,
  )
  return rows[0]?.outcome ?? 'absent'
}
