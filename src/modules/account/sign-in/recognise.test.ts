import { expect, test } from 'vitest'
import { aHolder, codeNow, sendForm, testSite } from '../testing/site.ts'

const site = await testSite()

/** Rounds of tries, one after the other, so that what else the machine does strikes all. */
const rounds = 10

const taken = async (fields: Record<string, string>): Promise<number> => {
  const from = performance.now()
  const answer = await sendForm(site.app, '/sign-in', { fields })
  expect(answer.statusCode).toBe(400)
  return performance.now() - from
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

test('an unknown account takes as long to refuse as a wrong password and a wrong code', async () => {
  const times = { unknown: [] as number[], password: [] as number[], code: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const holder = await aHolder(site)
    const { email, password: _password } = holder
    const good = { email, _password, _code: codeNow(holder) }
    times.unknown.push(await taken({ ...good, email: `no-${email}` }))
    times.password.push(await taken({ ...good, _password: 'something else' }))
    times.code.push(await taken({ ...good, _code: '000000' }))
  }
  const [unknown, password, code] = [times.unknown, times.password, times.code].map(median)
  // Nearly all of it is hashing: were that left out for anybody, hardly a tenth would be left.
  for (const other of [password, code]) {
    expect(unknown! / other!).toBeGreaterThan(0.7)
    expect(unknown! / other!).toBeLessThan(1.4)
  }
})
