import { once } from './once.ts'

/**
 * 49,233 passwords that stood in leaks most often, in lower case: @zxcvbn-ts/language-common. Read when
 * somebody first chooses a password, not at each start.
 */
export const commonPasswords = once(async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map(String))
})
