import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { formOf } from '../builders/forms.ts'
import { databasePid, madeDataDir, ownerOf, startProgram, type Program } from './program.ts'

/** `npm run faults` takes a hundred. */
const rounds = process.env['FAULT_ROUNDS'] === undefined ? 5 : 100

/** Writers at once, each of whom sends one form after the other. */
const writers = 4

/** Round n is always killed at the same moment of its writing, from 0.15 to 0.9 seconds. */
const moment = (round: number): number => 150 + ((round * 367) % 750)

test(
  `of ${rounds} kills under writes: no acknowledged case is lost, none is doubled, and each has its one entry`,
  { timeout: 60_000 + 15_000 * rounds },
  async () => {
    const dataDir = await madeDataDir()
    const acknowledged = new Map<string, string>()
    const pending = new Set<Form>()
    const sender = await signedIn(startProgram({ dataDir }), dataDir)
    for (let round = 0; round < rounds; round += 1) {
      const program = round === 0 ? sender.program : startProgram({ dataDir })
      const address = await program.ready
      const database = await databasePid(dataDir)
      const state = { isUp: true }
      const killing = wait(moment(round)).then(() => {
        process.kill(round % 2 === 0 ? database : (program.child.pid ?? 0), 'SIGKILL')
        state.isUp = false
      })
      const left = [...pending]
      const write = async (): Promise<void> => {
        while (state.isUp) {
          const form = left.pop() ?? newForm()
          pending.add(form)
          const location = await sent(address, sender, form)
          if (location === null) continue
          acknowledged.set(form.summary, location)
          pending.delete(form)
        }
      }
      await Promise.all([killing, ...Array.from({ length: writers }, write)])
      await program.ended
    }
    const last = startProgram({ dataDir })
    const address = await last.ready
    // The key of a form settles whether it was saved when its answer was lost.
    for (const form of pending) {
      const location = await sent(address, sender, form)
      expect(location).not.toBeNull()
      acknowledged.set(form.summary, location ?? '')
    }
    expect(acknowledged.size).toBeGreaterThan(rounds * 4)
    const found = await recorded(dataDir)
    expect(new Map(found.map(row => [row.summary, `/cases/${row.reference}`]))).toEqual(
      acknowledged,
    )
    expect(found).toHaveLength(acknowledged.size)
    expect(found.filter(({ entries }) => entries !== 1)).toEqual([])
    expect(await entriesWithoutCase(dataDir)).toBe(0)
  },
)

interface Form {
  key: string
  summary: string
}

const newForm = (): Form => ({ key: randomUUID(), summary: `Crash ${randomUUID()}` })

interface Sender {
  program: Program
  cookie: string
  fields: Record<string, string>
}

/** Signs in as the investigator of the demonstration, once it is made, and opens the form. */
async function signedIn(program: Program, dataDir: string): Promise<Sender> {
  const address = await program.ready
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${address}/demo/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ persona: 'investigator' }),
      redirect: 'manual',
    })
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0]
    if (answer.status === 303 && cookie !== undefined) {
      const page = await fetch(`${address}/cases/new`, { headers: { cookie } })
      return { program, cookie, fields: formOf(await page.text()) }
    }
    await wait(200)
  }
  throw new Error(`Nobody could sign in: ${program.out()} (${dataDir})`)
}

/** Where the form led to; null when there was no answer, or one that asks to send it again. */
async function sent(
  address: string,
  { cookie, fields }: Sender,
  form: Form,
): Promise<string | null> {
  const body = new URLSearchParams({
    ...fields,
    _key: form.key,
    type: 'missing child',
    summary: form.summary,
  })
  try {
    const answer = await fetch(`${address}/cases/new`, {
      method: 'POST',
      headers: { cookie },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    expect([303, 503]).toContain(answer.status)
    return answer.status === 303 ? answer.headers.get('location') : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}

interface Recorded {
  summary: string
  reference: string
  entries: number
}

async function recorded(dataDir: string): Promise<Recorded[]> {
  const client = await ownerOf(dataDir)
  const { rows } = await client.query<Recorded>(`
    select c.summary, c.reference, (
      select count(*)::int from audit.entry e where e.case_id = c.id and e.verb = 'case.create') as entries
    from casework.case c where c.summary like 'Crash %'`)
  return rows
}

async function entriesWithoutCase(dataDir: string): Promise<number> {
  const client = await ownerOf(dataDir)
  const { rows } = await client.query<{ n: number }>(`
    select count(*)::int as n from audit.entry e
    where e.verb = 'case.create' and e.outcome = 'done' and e.class = 'collection'
        and e.codes = '{}' and e.case_id is not null
      and not exists (select from casework.case c where c.id = e.case_id)`)
  return rows[0]?.n ?? -1
}
