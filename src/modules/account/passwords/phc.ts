/**
 * An argon2id hash as text, with the parameters that made it: the PHC string format, such as
 * `$argon2id$v=19$m=65536,t=3,p=1$<salt>$<tag>` (github.com/P-H-C/phc-string-format).
 */
export interface Hashed {
  parameters: Parameters
  salt: Buffer
  tag: Buffer
}

export interface Parameters {
  /** KiB. */
  memory: number
  passes: number
  parallelism: number
}

export const phcOf = ({ parameters: { memory, passes, parallelism }, salt, tag }: Hashed): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`

/** Null for what is no such text. */
export function readPhc(text: string): Hashed | null {
  const [, memory, passes, parallelism, salt = '', tag = ''] = shape.exec(text) ?? []
  if (memory === undefined) return null
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const shape =
  /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{11,86})\$([\w+/]{22,86})$/

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
