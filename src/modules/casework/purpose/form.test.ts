import { expect, test } from 'vitest'
import { parseForm } from '../../../platform/web/form.ts'
import { purposeForm } from './form.ts'

const read = (sent: Record<string, string>) => parseForm(purposeForm, sent)

test('a purpose of the list needs no words, and may have some', () => {
  expect(read({ purpose: 'supervision' })).toMatchObject({ is: 'read', value: { words: '' } })
  expect(read({ purpose: 'linked-enquiry', words: ' Same address ' })).toMatchObject({
    value: { purpose: 'linked-enquiry', words: 'Same address' },
  })
})

test.for([
  [{}, 'purpose'],
  [{ purpose: 'curiosity' }, 'purpose'],
  [{ purpose: 'other' }, 'words'],
  [{ purpose: 'other', words: '         x' }, 'words'],
  [{ purpose: 'supervision', words: 'x'.repeat(201) }, 'words'],
] as const)('%o is wrong at %s', ([sent, field]) => {
  expect(read(sent)).toMatchObject({ is: 'wrong', errors: [{ field }] })
})
