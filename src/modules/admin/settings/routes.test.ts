import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import { adminSite, entriesOf } from '../testing/site.ts'
import { settingOf } from './queries.ts'

const { db, first, second, get, post, fill } = await adminSite()

const valueOf = (name: string) =>
  db.door.reading(first.actor, async tx => (await settingOf(tx, name))?.value)
const at = (name: string) => `/admin/settings/${name}`

test('settings are listed in words with their limits', async () => {
  const page = textOfPage((await get(first, '/admin/settings')).body)
  for (const words of ['15 minutes', '5 to 60 minutes', '1 to 20 an hour'])
    expect(page).toContain(words)
})

test('a setting that is changed holds from then on, and the log keeps from what to what', async () => {
  expect((await fill(first, at('session-lifetime'), { value: '8' })).statusCode).toBe(303)
  expect(await valueOf('session-lifetime')).toBe(8)
  const [entry] = await entriesOf(db, first)
  expect(entry).toMatchObject({
    verb: 'setting.change',
    class: 'alteration',
    codes: ['session-lifetime', 'from-12', 'to-8'],
  })
})

test.each(['4', '61', '15.5', '-6', '', 'soon', '100000000000'])(
  'an idle time of "%s" minutes is not set, and what was typed stays',
  async value => {
    const answer = await fill(first, at('session-idle'), { value })
    expect(answer.statusCode).toBe(400)
    expect(formOf(answer.body)['value']).toBe(value)
    expect(await valueOf('session-idle')).toBe(15)
  },
)

test('two administrators who change one setting: the second sees both values, and nothing is lost', async () => {
  const form = formOf((await get(second, at('break-glass'))).body)
  await fill(first, at('break-glass'), { value: '30' })
  const answer = await post(second, at('break-glass'), { ...form, value: '90' })
  expect(answer.statusCode).toBe(400)
  const page = textOfPage(answer.body)
  expect(page).toContain('Somebody else saved this record')
  expect(page).toContain('30 90')
  expect(await valueOf('break-glass')).toBe(30)
  const knowing = await post(second, at('break-glass'), formOf(answer.body))
  expect(knowing.statusCode).toBe(303)
  expect(await valueOf('break-glass')).toBe(90)
})

test('of two who change it at the same moment, one does', async () => {
  const forms = await Promise.all(
    [first, second].map(async one => formOf((await get(one, at('many-lookers'))).body)),
  )
  const answers = await Promise.all([
    post(first, at('many-lookers'), { ...forms[0], value: '10' }),
    post(second, at('many-lookers'), { ...forms[1], value: '20' }),
  ])
  const won = answers.findIndex(({ statusCode }) => statusCode === 303)
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([303, 400])
  expect(await valueOf('many-lookers')).toBe(won === 0 ? 10 : 20)
})

test('a setting that never was is absent', async () => {
  expect((await get(first, at('no-such-thing'))).statusCode).toBe(404)
  const { rows } = await asOwner(db, client => client.query('select name from platform.setting'))
  for (const { name } of rows as { name: string }[])
    expect((await get(first, at(name))).statusCode, name).toBe(200)
})
