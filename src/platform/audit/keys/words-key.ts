import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Broken } from '../../log/broken.ts'
import type { WordsKey } from '../words/sought-words.ts'
import { makeSecret, readSecret } from '../../config/secret-file.ts'

/** Area slugs stand in the names of other files that begin with "audit-". */
const fileName = 'sought-words.json'

const form = z.object({ key: z.base64() })

/** The key of this DATA_DIR for words that were searched, made now when there is none. */
export async function wordsKeyOf(dataDir: string): Promise<WordsKey> {
  const text = await readSecret(dataDir, fileName)
  if (text !== null) return keyIn(text)
  const made = JSON.stringify({ key: randomBytes(32).toString('base64') })
  await makeSecret(dataDir, fileName, `${made}\n`)
  return keyIn((await readSecret(dataDir, fileName)) ?? '')
}

function keyIn(text: string): WordsKey {
  const key = Buffer.from(keyText(text), 'base64')
  if (key.length !== 32) throw damaged()
  return key as WordsKey
}

function keyText(text: string): string {
  try {
    return form.parse(JSON.parse(text)).key
  } catch {
    throw damaged()
  }
}

const damaged = (): Broken => new Broken('AUDIT_KEY_DAMAGED')
