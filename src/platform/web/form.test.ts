import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from './form.ts'
import { readQuery } from './query.ts'

const form = z.object({
  name: z.string('Enter one name').max(5, 'Enter a name of 5 letters or fewer').default(''),
  size: z.enum(['small', 'large'], 'Choose a size').default('small'),
})

test('what is left out has its usual value', () => {
  expect(parseForm(form, readQuery(''))).toEqual({ is: 'read', value: { name: '', size: 'small' } })
})

test('what is wrong comes back with a sentence for each field, and with everything that was entered', () => {
  expect(parseForm(form, readQuery('name=sandpiper&size=huge&other=x'))).toEqual({
    is: 'wrong',
    errors: [
      { field: 'name', sentence: 'Enter a name of 5 letters or fewer' },
      { field: 'size', sentence: 'Choose a size' },
    ],
    entered: { name: 'sandpiper', size: 'huge', other: 'x' },
  })
})

test('a field that came twice is wrong, and the first of its values goes back into the form', () => {
  expect(parseForm(form, readQuery('name=a&name=b'))).toEqual({
    is: 'wrong',
    errors: [{ field: 'name', sentence: 'Enter one name' }],
    entered: { name: 'a' },
  })
})

test('what has no fields is wrong, and nothing was entered', () => {
  for (const sent of [null, undefined, 'text', 7, ['name']]) {
    expect(parseForm(form, sent)).toMatchObject({ is: 'wrong', entered: {} })
  }
})

test('a field called __proto__ is entered like any other and reaches no other object', () => {
  const parsed = parseForm(form, readQuery('__proto__=heron&size=huge'))
  expect(parsed.is === 'wrong' && Object.getOwnPropertyNames(parsed.entered)).toEqual([
    '__proto__',
    'size',
  ])
  expect(parsed.is === 'wrong' && Object.getPrototypeOf(parsed.entered)).toBe(Object.prototype)
})

test('whatever is sent, the answer is a value or sentences, and each sentence is for one field', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), text => {
      const parsed = parseForm(form, readQuery(text))
      if (parsed.is === 'read') return form.safeParse(parsed.value).success
      const fields = parsed.errors.map(({ field }) => field)
      return fields.length > 0 && new Set(fields).size === fields.length
    }),
  )
})
