import { isIP } from 'node:net'
import { z } from 'zod'

const sentence =
  'TRUSTED_PROXIES must be addresses or ranges, separated by commas, such as 127.0.0.1, 10.1.0.0/16.'

/** Addresses and ranges (CIDR) of proxies, separated by commas. */
export const proxiesForm = z
  .string()
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  )
  .refine(parts => parts.every(isRange), sentence)

function isRange(part: string): boolean {
  const [address = '', length, ...more] = part.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const fits = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits)
  return bits > 0 && fits && more.length === 0
}
