import type { Planted } from './violation.ts'

const publication = 'src/modules/publication'

// In parts, so that this file does not seem to hold a secret itself.
const keyBegins = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')
const password = 'h7rT9kLm2q'

export const unused: Planted[] = [
  {
    title: 'an export that nobody uses',
    by: 'dead code',
    files: {
      [`${publication}/front-page/routes.ts`]: before => `${before}\nexport const forgotten = 1\n`,
    },
    says: 'forgotten',
  },
  {
    title: 'a file that nobody uses',
    by: 'dead code',
    files: { [`${publication}/planted/forgotten.ts`]: 'export const forgotten = 1\n' },
    says: 'files',
  },
]

export const unkept: Planted[] = [
  {
    title: 'a word of the glossary whose name left the code',
    by: 'glossary',
    files: {
      'docs/glossary.md': before =>
        `${before}\n| vanished | A word. | ours | \`Vanished\` in \`src/app.ts\` |\n`,
    },
    says: 'no longer called Vanished',
  },
  {
    title: 'quoted code that reads differently now',
    by: 'documents',
    files: {
      'docs/planted-quote.md':
        '```ts file=src/platform/clock/clock.ts\nexport const zone = 7\n```\n',
    },
    says: 'reads differently now',
  },
  {
    title: 'a file that the README of a module names and that is gone',
    by: 'documents',
    files: {
      'src/modules/publication/README.md': before => `${before}\nSee \`about/vanished.ts\`.\n`,
    },
    says: 'about/vanished.ts, which does not exist',
  },
  {
    title: 'a drawing of another map',
    by: 'drawing',
    files: { 'ARCHITECTURE.md': before => before.replace('network --> ', 'network --> plan & ') },
    says: 'shows another map',
  },
  {
    title: 'a path in a document that leads nowhere',
    by: 'documents',
    files: { 'docs/planted-path.md': 'Read `src/nowhere.ts`.\n' },
    says: 'src/nowhere.ts, which does not exist',
  },
  {
    title: 'a link in a document that leads nowhere',
    by: 'documents',
    files: { 'docs/planted-link.md': 'Read [more](nowhere.md).\n' },
    says: 'nowhere.md, which does not exist',
  },
  {
    title: 'a command in a document that does not exist',
    by: 'documents',
    files: { 'docs/planted-command.md': 'Type `npm run nothing`.\n' },
    says: 'npm run nothing',
  },
  {
    title: 'a version that is not exact',
    by: 'packages',
    files: { 'package.json': before => before.replace(/"zod": "/, '"zod": "^') },
    says: 'takes zod at "^',
  },
  {
    title: 'a package that runs without a reason',
    by: 'packages',
    files: {
      'docs/decisions/0012-dependencies.md': before => before.replace(/^\| `zod`.*\n/m, ''),
    },
    says: 'no reason for zod',
  },
  {
    title: 'a package with a licence that we may not pass on',
    by: 'packages',
    files: {
      'package-lock.json': before =>
        before.replace(
          '"packages": {',
          '"packages": { "node_modules/planted": { "license": "GPL-3.0-only" },',
        ),
    },
    at: 'planted',
    says: 'GPL-3.0-only',
  },
  {
    title: 'a private key that somebody left',
    by: 'secrets',
    files: { 'docs/planted-key.md': `${keyBegins}\n` },
    says: 'a private key',
  },
  {
    title: 'a password in the address of a database',
    by: 'secrets',
    files: {
      'docs/planted-password.md': `postgres://turnstone:${password}@db.police.uk/turnstone\n`,
    },
    says: 'a password in an address',
  },
]
