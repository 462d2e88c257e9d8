import { expect, test } from 'vitest'
import { proxiesForm } from './proxies.ts'

test('proxies are addresses and ranges, of either kind', () => {
  expect(proxiesForm.parse('127.0.0.1, 10.1.0.0/16,::1 ,2001:db8::/32,')).toEqual([
    '127.0.0.1',
    '10.1.0.0/16',
    '::1',
    '2001:db8::/32',
  ])
})

test.for([
  'proxy.example',
  '*',
  'true',
  '10.1.0.0/33',
  '10.1.0.0/',
  '10.1.0.0/8/8',
  '::1/129',
  '1.2.3',
  '127.0.0.1; ::1',
])('%s is refused with a sentence', text => {
  expect(proxiesForm.safeParse(text).error?.issues[0]?.message).toContain('TRUSTED_PROXIES')
})
