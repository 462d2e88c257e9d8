import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathsBelow, type Check } from './tree.ts'

/** Things that look like a secret that somebody left in a file. The secret itself is not repeated. */
export const secretFaults: Check = root =>
  pathsBelow(root)
    .filter(path => !/\.(png|jpg|woff2?|pdf|ico)$|^package-lock\.json$/.test(path))
    .flatMap(path => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n')
      return lines.flatMap((line, at) => {
        const found = secrets.find(({ looks }) => looks.test(line))
        return found === undefined ? [] : [`${path}:${at + 1} seems to hold ${found.what}.`]
      })
    })

const secrets = [
  { what: 'a private key', looks: /-----BEGIN [A-Z ]*PRIVATE KEY/ },
  { what: 'an access key of a cloud', looks: /\b(AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a token of a code host', looks: /\b(gh[pousr]_|github_pat_|glpat-)[0-9A-Za-z_-]{20,}/ },
  { what: 'a token of a package registry', looks: /\bnpm_[0-9A-Za-z]{30,}|_authToken\s*=/ },
  { what: 'a token of a chat', looks: /\bxox[abprs]-[0-9A-Za-z-]{10,}/ },
  { what: 'a signed token', looks: /\beyJ[0-9A-Za-z_-]{15,}\.eyJ[0-9A-Za-z_-]{15,}\./ },
  {
    what: 'a password in an address',
    // Words in capitals, `${…}` and what tests invent for this machine are no secrets.
    looks:
      /\b[a-z]+:\/\/[^\s/:@'"`]+:(?!(?:[A-Z]+|password)@|\$\{|…)[^\s/@'"`]{6,}@(?!127\.0\.0\.1|localhost|\[?::1|[a-z.]*example)/,
  },
] as const
