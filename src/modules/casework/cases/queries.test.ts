import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inRollback, testDatabase } from '../../../../tests/builders/database.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { referenceOf } from '../../../methods/references/reference.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { addPerson } from '../../people/index.ts'
import { anyCase, type CasesAsked } from './listing/asked.ts'
import { casesOf } from './listing/queries.ts'
import { addCase, addToCase, peopleOn } from './queries.ts'

const db = await testDatabase()
const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
const everything: CasesAsked = { ...anyCase, state: 'all', most: 50 }

async function openedBy(
  tx: Writer,
  by: TestPerson,
  more: { openedOn?: string; chance?: () => number } = {},
): Promise<{ id: string; reference: string }> {
  const { chance, openedOn = '2026-03-02' } = more
  const about = { type: 'missing child', summary: 'Missing from home', openedOn } as const
  const id = randomUUID()
  const of = { id, teamId: by.team.id, ownerId: by.id, ...about }
  return { id, reference: await addCase(tx, of, chance) }
}

test('the same role twice is one row', async () => {
  await inRollback(db, person.actor, async tx => {
    const made = await openedBy(tx, person)
    const personId = await addPerson(tx, {
      name: { kind: 'alias', given: '', family: 'Smoke', source: 'Call' },
      birth: { precision: 'about', on: '1998-01-01', source: 'Call' },
      sex: 'male',
    })
    const row = {
      caseId: made.id,
      personId,
      role: 'suspect',
      source: 'Call',
      fromOn: '2026-03-02',
    } as const
    expect([await addToCase(tx, row), await addToCase(tx, row)]).toEqual([true, false])
    expect(await peopleOn(tx, made.id)).toHaveLength(1)
  })
})

test('a person on no case is seen by nobody after the transaction that made it', async () => {
  const id = await db.door.writing(person.actor, tx =>
    addPerson(tx, {
      name: { kind: 'legal', given: 'Nobody', family: 'Yet', source: 'Call' },
      birth: { precision: 'unknown' },
      sex: 'not known',
    }),
  )
  const seen = await db.door.reading(person.actor, tx =>
    tx.selectFrom('people.person').select('id').where('id', '=', id).execute(),
  )
  expect(seen).toEqual([])
})

const chances = (...numbers: number[]) => {
  let at = 0
  return () => numbers[Math.min(at++, numbers.length - 1)] ?? 0
}

test('a reference that a hidden case has already is passed over, and nothing tells', async () => {
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const taken = await db.door.writing(stranger.actor, tx =>
    openedBy(tx, stranger, { chance: () => 77 }),
  )
  expect(taken.reference).toBe(referenceOf(77))
  await inRollback(db, person.actor, async tx => {
    const made = await openedBy(tx, person, { chance: chances(77, 77, 78) })
    expect(made.reference).toBe(referenceOf(78))
    expect(await casesOf(tx, everything)).toMatchObject([
      { id: made.id, reference: made.reference },
    ])
  })
})

test('chance that answers nothing free is given up after a few tries, with a code', async () => {
  await inRollback(db, person.actor, async tx => {
    const { reference } = await openedBy(tx, person, { chance: () => 79 })
    await expect(openedBy(tx, person, { chance: () => 79 })).rejects.toThrow('REFERENCES_TAKEN')
    expect(await casesOf(tx, everything)).toMatchObject([{ reference }])
  })
})
