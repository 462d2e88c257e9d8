import { createHmac } from 'node:crypto'
import type { Writer } from '../../../platform/db/door.ts'
import type { Program } from '../../../platform/sessions/begin.ts'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { newCodeSecret, stepOf, type CodeSecret } from '../one-time-codes/code.ts'
import { useCode, useRecoveryCode } from '../one-time-codes/queries.ts'
import { recoveryHash } from '../one-time-codes/recovery.ts'
import { unsealed } from '../one-time-codes/sealed.ts'
import { hashOf, isOfToday, isPassword } from '../passwords/password.ts'
import { rehash } from '../passwords/queries.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { beginTry, goodTry, signInFacts, type Buckets, type SignInFacts } from './queries.ts'

/** What somebody shows to be let in, and the network address from which it came. */
export interface Claim {
  email: string
  /** Null where the session says already who it is, and only a fresh code is asked for. */
  password: string | null
  code: string
  address: string
}

export type Recognised =
  | { is: 'recognised'; userId: string }
  /** Something did not fit; which, nobody outside learns. The account is for the audit log alone. */
  | { is: 'refused'; userId: string | null }
  /** Too many tries: none is made for so many seconds. */
  | { is: 'paused'; seconds: number }

/**
 * Recognises somebody by password and one-time code, or recovery code. An unknown account, a wrong
 * password and a wrong code take the same steps and get the same answer, so that neither words nor
 * time tell who has an account (ASVS 6.3.8).
 */
export async function recognise(program: Program, claim: Claim): Promise<Recognised> {
  const { door, key } = program
  const of = bucketsOf(key, claim)
  const seconds = await door.writing(nobody, tx => beginTry(tx, key, of))
  if (seconds > 0) return { is: 'paused', seconds }
  const facts = await door.reading(nobody, tx => signInFacts(tx, key, claim.email))
  const known = await isKnown(claim, facts)
  return door.writing(nobody, async tx => {
    const shown = await isCodeUsed(tx, key, { code: claim.code, facts, known })
    if (!shown || facts === null) return { is: 'refused', userId: facts?.userId ?? null }
    await goodTry(tx, key, of)
    await refresh(tx, key, { claim, facts })
    return { is: 'recognised', userId: facts.userId }
  })
}

/** Recognises somebody who is signed in already by the password alone; it counts as a try like any other. */
export async function recognisePassword(
  { door, key }: Program,
  claim: { email: string; password: string; address: string },
): Promise<Recognised> {
  const of = bucketsOf(key, claim)
  const seconds = await door.writing(nobody, tx => beginTry(tx, key, of))
  if (seconds > 0) return { is: 'paused', seconds }
  const facts = await door.reading(nobody, tx => signInFacts(tx, key, claim.email))
  const good = await isPassword(claim.password, facts?.hash ?? null)
  if (!good || facts === null) return { is: 'refused', userId: facts?.userId ?? null }
  await door.writing(nobody, tx => goodTry(tx, key, of))
  return { is: 'recognised', userId: facts.userId }
}

const nobody = { is: 'public' } as const

/**
 * Under the program's key, so that the table of failures holds neither accounts nor addresses. What
 * comes from this very machine comes through a proxy: everybody's address at once, of which one
 * stranger's failures would shut everybody out. The proxy limits those (docs/operations.md).
 */
function bucketsOf(
  key: ProgramKey,
  { email, address }: { email: string; address: string },
): Buckets {
  const digest = (what: string): Buffer => createHmac('sha256', key).update(what).digest()
  const of = isLoopback(address) ? `proxied|${email}` : address
  return { account: digest(`account|${email}`), address: digest(`address|${of}`) }
}

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

const isKnown = async ({ password }: Claim, facts: SignInFacts | null): Promise<boolean> =>
  password === null ? facts !== null : isPassword(password, facts?.hash ?? null)

interface ShownCode {
  code: string
  facts: SignInFacts | null
  /** Whether who shows it is the account's holder so far. */
  known: boolean
}

/** Whether the code is good, and uses it up. Whoever is not known asks for the account of nobody. */
async function isCodeUsed(
  tx: Writer,
  key: ProgramKey,
  { code, facts, known }: ShownCode,
): Promise<boolean> {
  const step = stepOf(code, secretOf(key, facts), await epochNow(tx))
  const userId = known ? (facts?.userId ?? noAccount) : noAccount
  const hash = recoveryHash(code)
  if (hash !== null) return useRecoveryCode(tx, key, { userId, hash })
  return useCode(tx, key, { userId: step === null ? noAccount : userId, step: step ?? 0 })
}

const noAccount = '00000000-0000-0000-0000-000000000000'

/** The secret of the account; one by chance where there is none, so that the work is the same. */
function secretOf(key: ProgramKey, facts: SignInFacts | null): CodeSecret {
  const own = facts?.secret ? unsealed(key, `code|${facts.userId}`, facts.secret) : null
  return (own as CodeSecret | null) ?? newCodeSecret()
}

/** A password that was hashed with other parameters than those of today is hashed anew. */
async function refresh(
  tx: Writer,
  key: ProgramKey,
  { claim: { password }, facts: { userId, hash } }: { claim: Claim; facts: SignInFacts },
): Promise<void> {
  if (password === null || hash === null || isOfToday(hash)) return
  await rehash(tx, key, { userId, before: hash, after: await hashOf(password) })
}
